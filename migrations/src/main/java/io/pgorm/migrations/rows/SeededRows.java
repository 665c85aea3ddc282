package io.pgorm.migrations.rows;

import java.util.List;

/**
 * What was put into a database.
 *
 * @param tables each table that can hold rows, and what became of it
 * @param notes what else is to be known, in words
 */
public record SeededRows(List<TableRows> tables, List<String> notes) {

    public SeededRows {
        tables = List.copyOf(tables);
        notes = List.copyOf(notes);
    }

    /** How many tables have rows. */
    public int filled() {
        return (int) tables.stream().filter(table -> table.rows() > 0).count();
    }

    /** The tables that have none, with the reason. */
    public List<TableRows> empty() {
        return tables.stream().filter(table -> table.rows() == 0).toList();
    }
}
