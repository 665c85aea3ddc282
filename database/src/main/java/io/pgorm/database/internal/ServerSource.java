package io.pgorm.database.internal;

import io.pgorm.database.ScratchProvider;

/** One place that a server can come from. Two equal sources give the same server. */
sealed interface ServerSource permits UrlSource, DockerSource, EmbeddedSource {

    ScratchProvider provider();

    /** What a message calls it. */
    String label();

    /**
     * Starts the server, or makes sure that it is there.
     *
     * @throws NoServerException where there is none to be had from here
     */
    RunningServer start() throws NoServerException;
}
