package io.pgorm.ddl.plan.internal;

import io.pgorm.ddl.plan.Lock;
import io.pgorm.ir.Constraint;
import io.pgorm.ir.ObjectName.Kind;
import io.pgorm.ir.QualifiedName;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The lock that a statement takes on what was there before. A rule says the lock of its own relation; this adds what
 * PostgreSQL takes for the form of a statement, such as that of an object which is kept as SQL, and on what a new object
 * needs. Stateless.
 */
final class TakenLocks {

    private static final Set<Kind> RELATIONS = EnumSet.of(
            Kind.TABLE,
            Kind.FOREIGN_TABLE,
            Kind.VIEW,
            Kind.MATERIALIZED_VIEW,
            Kind.SEQUENCE,
            Kind.COLUMN,
            Kind.CONSTRAINT,
            Kind.INDEX);

    /** Forms of statements, each with what it takes on the relation that it is about. */
    private static final Map<Pattern, Lock> FORMS = forms();

    private TakenLocks() {}

    private static Map<Pattern, Lock> forms() {
        Map<Pattern, Lock> forms = new LinkedHashMap<>();
        form(forms, Lock.ACCESS_EXCLUSIVE, "(CREATE|CREATE OR REPLACE|DROP) RULE ");
        form(forms, Lock.ACCESS_EXCLUSIVE, "DROP (TABLE|FOREIGN TABLE|VIEW|MATERIALIZED VIEW|SEQUENCE) ");
        form(forms, Lock.ACCESS_EXCLUSIVE, "CREATE (FOREIGN |UNLOGGED )?TABLE \\S+ PARTITION OF ");
        form(forms, Lock.ACCESS_EXCLUSIVE, "ALTER FOREIGN TABLE .* OPTIONS ");
        form(forms, Lock.ACCESS_EXCLUSIVE, "ALTER TABLE .* (ENABLE|DISABLE)( ALWAYS| REPLICA)? RULE ");
        form(forms, Lock.ACCESS_EXCLUSIVE, "ALTER TABLE .* ROW LEVEL SECURITY$");
        form(forms, Lock.ACCESS_EXCLUSIVE, "ALTER VIEW .* (SET|RESET) \\(");
        form(
                forms,
                Lock.ACCESS_EXCLUSIVE,
                "ALTER INDEX .* (SET|RESET) \\(.*(fastupdate|gin_pending_list_limit|autosummarize|pages_per_range|buffering)");
        form(forms, Lock.SHARE_ROW_EXCLUSIVE, "ALTER SEQUENCE .* OWNED BY ");
        form(forms, Lock.SHARE_UPDATE_EXCLUSIVE, "ALTER (TABLE|INDEX) .* SET STATISTICS ");
        form(forms, Lock.SHARE_UPDATE_EXCLUSIVE, "ALTER TABLE .* ALTER COLUMN .* (SET|RESET) \\(");
        form(forms, Lock.SHARE_UPDATE_EXCLUSIVE, "ALTER TABLE .* (CLUSTER ON |SET WITHOUT CLUSTER)");
        form(forms, Lock.SHARE_UPDATE_EXCLUSIVE, "(CREATE|ALTER|DROP) STATISTICS ");
        form(
                forms,
                Lock.SHARE_UPDATE_EXCLUSIVE,
                "(CREATE PUBLICATION .* FOR|ALTER PUBLICATION .* (SET|ADD|DROP)) TABLE ");
        form(
                forms,
                Lock.SHARE_UPDATE_EXCLUSIVE,
                "COMMENT ON (COLUMN|TABLE|FOREIGN TABLE|INDEX|SEQUENCE|VIEW|MATERIALIZED VIEW) ");
        form(forms, Lock.ROW_EXCLUSIVE, "SELECT setval\\(");
        form(forms, Lock.ACCESS_SHARE, "COMMENT ON (CONSTRAINT(?! .* ON DOMAIN )|POLICY|RULE|TRIGGER) ");
        form(forms, Lock.ACCESS_SHARE, "(GRANT|REVOKE) .* ON (TABLE|SEQUENCE) ");
        return forms;
    }

    private static void form(Map<Pattern, Lock> forms, Lock lock, String begins) {
        forms.put(Pattern.compile(begins.replace("$", "\\z"), Pattern.DOTALL), lock);
    }

    /**
     * The lock of a step.
     *
     * @param isNew whether the action is about something that the plan makes
     */
    static Lock of(Action action, Step step, boolean isNew, Frame frame) {
        Lock form = form(step.sql());
        if (!isNew) {
            return stronger(stronger(step.lock(), form), reads(action, frame));
        }
        if (pointsToOld(action.about(), frame)) {
            return step.lock();
        }
        if (step.sql().startsWith("COMMENT ON RULE ")) {
            // the table of a rule is not looked for
            return form;
        }
        Lock reads = reads(action, frame);
        boolean tellsOthers = frame.to().byId().get(action.about()) instanceof Fact.OfSql
                || step.sql().contains(" PARTITION OF ");
        return reads != Lock.NONE && tellsOthers ? stronger(reads, form) : reads;
    }

    private static Lock stronger(Lock one, Lock other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static Lock form(String sql) {
        return FORMS.entrySet().stream()
                .filter(form -> form.getKey().matcher(sql).lookingAt())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(Lock.NONE);
    }

    /** What is looked at while something is made of it: for a moment, and beside all but the strongest lock. */
    private static Lock reads(Action action, Frame frame) {
        boolean old = Stream.concat(action.produces().stream(), action.changes().stream())
                .flatMap(id -> Stream.concat(
                        frame.afterwards().needs(id).stream(),
                        // the server reads a body that is text as well
                        frame.afterwards().mentionedBy(id).stream()))
                .anyMatch(needed -> RELATIONS.contains(needed.object().kind())
                        && frame.from().has(needed));
        return old ? Lock.ACCESS_SHARE : Lock.NONE;
    }

    /**
     * Whether the statement that makes it locks another table as strongly as its own: a foreign key the one that it
     * refers to, a partition the one that it belongs to.
     */
    private static boolean pointsToOld(FactId about, Frame frame) {
        return switch (frame.to().byId().get(about)) {
            case Fact.OfConstraint(var table, Constraint.ForeignKey key) -> isOld(key.target(), frame);
            case Fact.OfPartition(var table, var of) ->
                isOld(of.parent(), frame)
                        || foreignKeys(of.parent(), frame.to()).stream().anyMatch(key -> isOld(key.target(), frame));
            case null -> false;
            default -> false;
        };
    }

    static boolean isOld(QualifiedName table, Frame frame) {
        return frame.from().has(FactId.self(Kind.TABLE, table));
    }

    static List<Constraint.ForeignKey> foreignKeys(QualifiedName table, Facts state) {
        return state.partsOf(table).stream()
                .filter(fact -> fact instanceof Fact.OfConstraint(var of, Constraint.ForeignKey key))
                .map(fact -> (Constraint.ForeignKey) ((Fact.OfConstraint) fact).constraint())
                .toList();
    }
}
