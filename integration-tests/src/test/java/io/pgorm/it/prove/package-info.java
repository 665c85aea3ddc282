@org.jspecify.annotations.NullMarked
package io.pgorm.it.prove;
