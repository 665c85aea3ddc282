package io.pgorm.database.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test, or a class of tests, for a PostgreSQL server that has certain extensions.
 *
 * <p>Where no server with them can be had (see {@link io.pgorm.database.ScratchServer#start}), the test is skipped, and
 * a line on standard output says which and why. Where the environment variable {@code CI} is {@code true}, it fails
 * instead, so that a run that is relied upon leaves nothing out.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(RequiresExtensionsCondition.class)
public @interface RequiresExtensions {

    /** The extensions' names, as in {@code CREATE EXTENSION}. */
    String[] value();
}
