package io.pgorm.client.internal;

import io.pgorm.client.ModelType;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/**
 * One statement of a nested write, over any number of rows: it is put together while the tree is walked, and becomes SQL
 * when all that later steps want of it is known. For one thread.
 */
final class NestedStep {

    /** What the statement does. */
    enum Kind {
        INSERT,
        /** An INSERT that leaves rows that are there. */
        INSERT_MISSING,
        /** An INSERT of the row from which others hang, unless it is there by the key of an upsert. */
        INSERT_UNLESS_THERE,
        /** Finds the row from which all others hang, and locks it. */
        FIND,
        /** Points rows that are there to other rows. */
        UPDATE,
        /** Takes rows of a join table away. */
        DELETE,
        /** Takes away every row of a join table that is not among these. */
        DELETE_OTHERS,
        /** Makes every row that points to another one and is not among these point to none. */
        CLEAR_OTHERS
    }

    /**
     * A column that a step writes or compares.
     *
     * @param model the model whose column {@code typed} is
     * @param typed the column that says how its values travel: itself, or the key that a column of a join table repeats
     */
    record Column(Field<?> field, ModelType<?> model, TableField<?, ?> typed) {

        static Column of(ModelType<?> model, TableField<?, ?> column) {
            return new Column(column, model, column);
        }

        String sqlType() {
            return format().sqlType();
        }

        ColumnFormat format() {
            return ColumnFormat.of(model, typed);
        }
    }

    final Kind kind;
    final int number;
    final String what;
    final Table<?> table;
    /** Null for a join table. */
    final @Nullable ModelType<?> model;
    /** Columns that are set; of DELETE and the like, those that are compared with the rows they are taken from. */
    final List<Column> columns;
    /** Columns that find the rows, for all but INSERT. */
    final List<Column> found;
    /** For each row the sources of {@link #columns}, of {@link #found} and of {@link #excluded}. */
    final List<List<Origin>> rows = new ArrayList<>();
    /** What later steps want of the rows. */
    final List<TableField<?, ?>> passed = new ArrayList<>();
    /** What the call itself wants of the one row, so that nobody has to read it again. */
    List<? extends Field<?>> answer = List.of();
    /** Null for a step that is always done. */
    @Nullable
    NestedGuard guard;
    /** Whether it may meet fewer rows than it has. */
    boolean optional;
    /** Of an upsert, by which the row is found. */
    @Nullable
    ConflictTarget target;
    /** Of the update of an upsert, columns that were to be inserted and that expressions may speak of. */
    List<Column> excluded = List.of();

    NestedStep(
            Kind kind,
            int number,
            String what,
            Table<?> table,
            @Nullable ModelType<?> model,
            List<Column> columns,
            List<Column> found) {
        this.kind = kind;
        this.number = number;
        this.what = what;
        this.table = table;
        this.model = model;
        this.columns = List.copyOf(columns);
        this.found = List.copyOf(found);
    }

    /** Where among the passed columns this one is; it is passed from now on. */
    int pass(TableField<?, ?> column) {
        int known = passed.indexOf(column);
        if (known >= 0) {
            return known;
        }
        passed.add(column);
        return passed.size() - 1;
    }

    /** The setting that holds column {@code index} of the passed ones. */
    String setting(int index) {
        return "pgorm_write.k" + number + "_" + index;
    }

    /** The passed column {@code index} of all rows as an array. */
    String array(int index) {
        TableField<?, ?> column = passed.get(index);
        return "current_setting('" + setting(index) + "', true)::"
                + ColumnFormat.of(java.util.Objects.requireNonNull(model), column)
                        .sqlType() + "[]";
    }

    /** Whether it writes one row, whose position need not be said. */
    boolean isSingle() {
        return rows.size() == 1;
    }

    /** Whether the values of its only row come one by one, not as arrays. */
    boolean isOneByOne() {
        return isSingle()
                && (kind == Kind.INSERT || kind == Kind.INSERT_MISSING || kind == Kind.INSERT_UNLESS_THERE)
                && rows.get(0).stream().noneMatch(Origin.Found.class::isInstance);
    }

    /** Whether an expression of the caller's is part of it. */
    boolean hasExpression() {
        return kind == Kind.UPDATE
                && rows.get(0).stream()
                        .anyMatch(source -> source instanceof Origin.Value(Computed.Expression expression));
    }

    /** Whether more may happen than it says. */
    boolean hasTriggers() {
        return model != null && model.facts().triggers();
    }

    boolean hasRowSecurity() {
        return model != null && model.facts().rowSecurity();
    }

    /** Whether it writes one row or fails, as nothing is there that could leave the row out or change it. */
    boolean isSure() {
        return kind == Kind.INSERT && isSingle() && guard == null && model != null && !hasTriggers();
    }

    /** Whether its rows are counted, or later steps want something of rows of which there may be none or several. */
    boolean isWrapped() {
        return !isSure() && !passed.isEmpty() || kind == Kind.UPDATE || kind == Kind.DELETE;
    }

    /** All columns, in the order of the sources of a row. */
    List<Column> all() {
        List<Column> all = new ArrayList<>(columns);
        all.addAll(found);
        all.addAll(excluded);
        return all;
    }
}
