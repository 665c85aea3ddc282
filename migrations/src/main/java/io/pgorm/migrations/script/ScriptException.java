package io.pgorm.migrations.script;

import org.jspecify.annotations.Nullable;

/** A script that cannot be read, or that the server refuses. The message is for people: place, and what is wrong. */
public final class ScriptException extends RuntimeException {

    public ScriptException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
