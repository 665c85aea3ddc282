@org.jspecify.annotations.NullMarked
package io.pgorm.database.plan;
