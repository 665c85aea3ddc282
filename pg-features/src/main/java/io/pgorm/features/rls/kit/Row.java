package io.pgorm.features.rls.kit;

import org.jooq.Condition;
import org.jooq.Table;

/**
 * A row that is in the database: {@code Row.of("Ann's draft", POSTS, POSTS.ID.eq(draft.id()))}.
 *
 * @param name for messages and tables
 * @param condition what only this row fulfils
 */
public record Row(String name, Table<?> table, Condition condition) {

    public static Row of(String name, Table<?> table, Condition condition) {
        return new Row(name, table, condition);
    }

    @Override
    public String toString() {
        return name;
    }
}
