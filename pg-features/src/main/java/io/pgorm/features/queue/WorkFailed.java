package io.pgorm.features.queue;

/** The work of a job threw, and the queue was not told what becomes of such a job ({@code whenFailed}). */
public final class WorkFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WorkFailed(Exception cause) {
        super("the work of a job failed; the job is as it was", cause);
    }
}
