/**
 * Random schemas and random edits of them, to find what the planner does wrong. A world is a bag of items with choices;
 * any item may be left out and any choice set back, and what is left still has a meaning: so a failure can be shrunk.
 */
@NullMarked
package io.pgorm.migrations.random;

import org.jspecify.annotations.NullMarked;
