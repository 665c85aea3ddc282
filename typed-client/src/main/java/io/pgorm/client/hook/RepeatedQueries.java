package io.pgorm.client.hook;

import java.lang.StackWalker.StackFrame;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds N+1 during development: the same reading statement, many times in one scope, each time with other values. A shape
 * with a relation, or a condition on a list of keys, is one call instead. The scope is a request, a job, a test: what runs
 * in {@link #scope}. Outside of scopes nothing is counted. Safe for use by several threads; a scope counts its own thread.
 */
public final class RepeatedQueries implements QueryHook {

    private static final Logger LOG = LoggerFactory.getLogger("io.pgorm.client.repeated");

    private final int threshold;
    private final Consumer<Finding> listener;
    private final ThreadLocal<Map<String, Set<Integer>>> counts = new ThreadLocal<>();

    private RepeatedQueries(int threshold, Consumer<Finding> listener) {
        this.threshold = threshold;
        this.listener = listener;
    }

    /**
     * A statement that came too often.
     *
     * @param callSite the line of application code that sent it
     */
    public record Finding(String sql, int times, String callSite) {}

    /** Logs a statement when it comes for the given time, as a warning of {@code io.pgorm.client.repeated}. */
    public static RepeatedQueries from(int threshold) {
        return from(
                threshold,
                finding -> LOG.warn(
                        "{} times the same query with other values, the last time at {}; a shape with the relation, or a condition"
                                + " on a list of keys, is one call: {}",
                        finding.times(),
                        finding.callSite(),
                        finding.sql()));
    }

    /** Tells the listener of a statement when it comes for the given time. */
    public static RepeatedQueries from(int threshold, Consumer<Finding> listener) {
        return new RepeatedQueries(threshold, listener);
    }

    /** Runs the work as one scope. */
    public <T> T scope(Supplier<T> work) {
        Map<String, Set<Integer>> around = counts.get();
        counts.set(new HashMap<>());
        try {
            return work.get();
        } finally {
            if (around == null) {
                counts.remove();
            } else {
                counts.set(around);
            }
        }
    }

    @Override
    public QueryCall before(QueryCall call) {
        Map<String, Set<Integer>> scope = counts.get();
        if (scope != null && !call.isWriting()) {
            String sql = String.join("; ", call.statements());
            Set<Integer> values = scope.computeIfAbsent(sql, text -> new HashSet<>());
            if (values.add(call.parametersHash()) && values.size() == threshold) {
                listener.accept(new Finding(sql, threshold, callSite()));
            }
        }
        return call;
    }

    private static String callSite() {
        return StackWalker.getInstance()
                .walk(frames -> frames.filter(frame -> !isOurs(frame.getClassName()))
                        .findFirst()
                        .map(StackFrame::toString)
                        .orElse("?"));
    }

    /** The client's own packages, jOOQ's and the JDK's; generated clients lie beside these and are seen through too. */
    private static boolean isOurs(String name) {
        return name.startsWith("io.pgorm.client.")
                || name.startsWith("org.jooq.")
                || name.startsWith("java.")
                || name.startsWith("jdk.");
    }
}
