/** From a database to schema text and back: nothing may be lost on the way. */
package io.pgorm.it.roundtrip;
