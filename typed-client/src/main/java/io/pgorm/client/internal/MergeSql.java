package io.pgorm.client.internal;

import io.pgorm.client.internal.MergeStatement.Branch;
import io.pgorm.client.internal.MergeStatement.Change;
import io.pgorm.client.internal.MergeStatement.Delete;
import io.pgorm.client.internal.MergeStatement.DoNothing;
import io.pgorm.client.internal.MergeStatement.Insert;
import io.pgorm.client.internal.MergeStatement.Replace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.SelectField;
import org.jooq.TableField;
import org.jooq.impl.DSL;

/** The SQL of a MERGE. What is given has the name that ON CONFLICT has for it, so that there is one word to know. */
final class MergeSql {

    private static final Pattern MERGE = Pattern.compile("(?:^|;\\s*)merge into ");
    private static final int FIRST = 15;
    private static final int RETURNING = 17;

    private final StringBuilder text = new StringBuilder();
    private final List<QueryPart> parts = new ArrayList<>();

    private MergeSql() {}

    /** @param returning what it gives back of each row, before the action; empty for nothing at all */
    static QueryPart of(MergeStatement merge, List<? extends SelectField<?>> returning) {
        return new MergeSql().whole(merge, returning);
    }

    private QueryPart whole(MergeStatement merge, List<? extends SelectField<?>> returning) {
        MergeRows rows = merge.rows();
        add("merge into ", merge.model().table());
        add(" using (", rows.query());
        add(") as excluded (", names(rows.columns()));
        add(") on (", merge.on());
        text.append(')');
        merge.branches().forEach(branch -> branch(merge, branch));
        if (!returning.isEmpty()) {
            add(" returning ", DSL.list(returning.toArray(QueryPart[]::new)));
            text.append(", merge_action()");
        }
        return DSL.sql(text.toString(), parts.toArray(QueryPart[]::new));
    }

    private void branch(MergeStatement merge, Branch branch) {
        text.append(" when ").append(branch.meeting().words);
        branch.condition().ifPresent(condition -> {
            add(" and (", condition);
            text.append(')');
        });
        text.append(" then ");
        switch (branch.deed()) {
            case Replace replace -> set(WriteStatements.changed(merge.model(), given(merge)));
            case Change change ->
                set(WriteStatements.changed(merge.model(), Writing.parameters(merge.model(), change.assignments())));
            case Delete delete -> text.append("delete");
            case DoNothing nothing -> text.append("do nothing");
            case Insert insert -> {
                List<? extends TableField<?, ?>> columns = merge.rows().columns();
                add("insert (", names(columns));
                add(") values (", DSL.list(columns.stream().map(DSL::excluded).toArray(QueryPart[]::new)));
                text.append(')');
            }
        }
    }

    private void set(Map<Field<?>, Field<?>> changes) {
        text.append("update set ");
        String comma = "";
        for (Map.Entry<Field<?>, Field<?>> change : changes.entrySet()) {
            add(comma, name(change.getKey()));
            add(" = ", change.getValue());
            comma = ", ";
        }
    }

    private static Map<Field<?>, Field<?>> given(MergeStatement merge) {
        Map<Field<?>, Field<?>> given = new LinkedHashMap<>();
        for (TableField<?, ?> column : merge.rows().columns()) {
            if (!merge.keys().contains(column)) {
                given.put(column, DSL.excluded(column));
            }
        }
        if (given.isEmpty()) {
            throw new IllegalArgumentException(
                    "the merged rows of " + merge.model().name()
                            + " give nothing but what they are found by; say update(...) or doNothing()");
        }
        return given;
    }

    private static QueryPart names(List<? extends TableField<?, ?>> columns) {
        return DSL.list(columns.stream().map(MergeSql::name).toArray(QueryPart[]::new));
    }

    private static QueryPart name(Field<?> column) {
        return column.getUnqualifiedName();
    }

    private void add(String words, QueryPart part) {
        text.append(words).append('{').append(parts.size()).append('}');
        parts.add(part);
    }

    /** Which version a text needs; zero if it has no MERGE of ours. Asked only after PostgreSQL has not understood it. */
    static int neededVersion(String sql) {
        if (!MERGE.matcher(sql).find()) {
            return 0;
        }
        return sql.endsWith(", merge_action()") || sql.contains(" when not matched by source ") ? RETURNING : FIRST;
    }
}
