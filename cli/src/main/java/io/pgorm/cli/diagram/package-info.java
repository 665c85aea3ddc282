/** A schema as a picture: what is drawn, where it goes, and how it is written. */
@NullMarked
package io.pgorm.cli.diagram;

import org.jspecify.annotations.NullMarked;
