package io.pgorm.client.internal;

import io.pgorm.client.error.ShapeMismatch;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.Field;
import org.jooq.Path;
import org.jooq.Table;
import org.jooq.TableField;

/**
 * What one result set of a shape holds and how it is read: the columns, the relations to one that are joined into the
 * same row, and the relations to many that have result sets of their own. Filled by {@link LayoutCompiler}, never
 * changed after.
 */
public final class Layout {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final int number = NUMBERS.incrementAndGet();
    final int keyCount;
    final List<Field<?>> columns = new ArrayList<>();
    final List<JoinedOne> joins = new ArrayList<>();
    final List<Edge> edges = new ArrayList<>();
    /** Columns that have to be of the table that FROM names. */
    final List<TableField<?, ?>> ownColumns = new ArrayList<>();

    RowNode node = RowNode.NONE;

    /** @param keyCount how many columns of the parents' keys come before the columns of the rows */
    Layout(int keyCount) {
        this.keyCount = keyCount;
    }

    /**
     * What a cursor over rows of this layout is called. FETCH from it is a prepared statement, so that cursors of other
     * columns have other names.
     */
    String cursorName(long open) {
        return "pgorm_" + number + "_" + open;
    }

    /** Whether there is a relation to many, so that more than one result set is read. */
    public boolean hasEdges() {
        return !edges.isEmpty();
    }

    /** Whether it holds columns of the table alone, so that RETURNING can give them. */
    boolean isOwnColumns() {
        return edges.isEmpty() && isOwnRow();
    }

    /** Whether that is so of its rows, apart from what relations to many bring. */
    boolean isOwnRow() {
        return joins.isEmpty() && columns.stream().allMatch(Layout::isColumn);
    }

    private static boolean isColumn(Field<?> field) {
        return field instanceof TableField<?, ?> column && !(column.getTable() instanceof Path<?>);
    }

    /** The columns at the given positions of the result set, which count from 1 and start with the keys. */
    List<Field<?>> columnsAt(List<Integer> positions) {
        return positions.stream()
                .<Field<?>>map(position -> columns.get(position - keyCount - 1))
                .toList();
    }

    /**
     * Checks that the shape is one of the table.
     *
     * @throws ShapeMismatch naming the first column of another table
     */
    void requireTable(Table<?> table) {
        requireTable(ownColumns, table);
    }

    static void requireTable(List<TableField<?, ?>> columns, Table<?> table) {
        for (TableField<?, ?> column : columns) {
            Table<?> owner = column.getTable();
            if (owner == null || owner == table || owner instanceof Path<?>) {
                continue;
            }
            boolean fits = owner.getQualifiedName().equals(table.getQualifiedName());
            if (!fits) {
                throw new ShapeMismatch("a shape of " + table.getName() + " cannot take " + column.getName() + " of "
                        + owner.getName() + "; go there by a relation");
            }
        }
    }

    /** The table with all relations to one joined to it. */
    Table<?> joined(Table<?> table) {
        return JoinedOne.joinAll(table, joins);
    }

    /**
     * A relation to one. The other table is a derived table, so that expressions over it keep its name without an alias
     * even where it is the same table; PostgreSQL pulls it up to a plain join.
     *
     * @param local columns of the row that it is joined to
     * @param remote names of the columns of the derived table that equal them
     */
    record JoinedOne(
            String alias,
            List<Field<?>> inner,
            Table<?> target,
            List<JoinedOne> nested,
            List<? extends Field<?>> local,
            List<Field<?>> remote) {

        static Table<?> joinAll(Table<?> table, List<JoinedOne> joins) {
            Table<?> all = table;
            for (JoinedOne join : joins) {
                Table<?> derived = org.jooq
                        .impl
                        .DSL
                        .select(join.inner)
                        .from(joinAll(join.target, join.nested))
                        .asTable(join.alias);
                all = all.leftJoin(derived).on(Sql.equal(join.remote, join.local));
            }
            return all;
        }
    }

    /**
     * A relation to many.
     *
     * @param resultSet which one holds its rows, counted from 0
     * @param parentKey positions of the key in the parent's result set
     * @param ownKey whether the key is one of the parent's own table, so that no two of its rows share it
     * @param child what its result set holds
     * @param childKey reads the parents' key in its result set, where it comes first
     */
    record Edge(
            int resultSet,
            RelationQuery query,
            List<Integer> parentKey,
            boolean ownKey,
            Layout child,
            KeyReader childKey) {

        /**
         * The relations below repeat the condition of this one, in the same round trip.
         *
         * @throws ShapeMismatch if they may not find the same rows by it
         */
        void requireRepeatable() {
            if (child.hasEdges() && !query.isRepeatable()) {
                throw new ShapeMismatch("the condition or the order of a relation that has relations to many below it"
                        + " calls a function that may answer differently the second time; read what is below in a call"
                        + " of its own");
            }
        }
    }
}
