@org.jspecify.annotations.NullMarked
package io.pgorm.migrations.data;
