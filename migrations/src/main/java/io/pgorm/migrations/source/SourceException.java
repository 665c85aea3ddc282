package io.pgorm.migrations.source;

import org.jspecify.annotations.Nullable;

/** A source that is not there, or is none: a file that is missing, a folder with nothing in it, a server that is away. */
public final class SourceException extends RuntimeException {

    public SourceException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    public SourceException(String message) {
        this(message, null);
    }
}
