package io.pgorm.sdl.internal.write;

import io.pgorm.ir.Hierarchy;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.RowSecurity;
import io.pgorm.ir.Schema;
import io.pgorm.ir.SchemaObject;
import io.pgorm.ir.SqlObject;
import io.pgorm.ir.Table;
import io.pgorm.ir.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What only extensions of the language have words for, and none of them took: it becomes SQL. */
final class Untaken {

    private final Writing writing;

    Untaken(Writing writing) {
        this.writing = writing;
    }

    /** Tables that are not even made right without it: partitioned ones and partitions. */
    static List<QualifiedName> tables(Schema schema) {
        return schema.tables().stream()
                .filter(table -> {
                    Hierarchy hierarchy = table.hierarchy();
                    return hierarchy.partitionedBy().isPresent()
                            || hierarchy.partitionOf().isPresent()
                            || !hierarchy.partitions().isEmpty();
                })
                .map(Table::name)
                .toList();
    }

    /** Policies and triggers, as the statements that the DDL of the object has more with them than without. */
    void write() {
        for (Table table : writing.schema().tables()) {
            if (table.rowSecurity() != RowSecurity.DISABLED || !table.policies().isEmpty()) {
                more(
                        "row level security of " + Naming.qualified(table.name()),
                        table.withTriggers(List.of()),
                        table.withTriggers(List.of()).withRowSecurity(RowSecurity.DISABLED, List.of()));
            }
            if (!table.triggers().isEmpty()) {
                more("triggers of " + Naming.qualified(table.name()), table, table.withTriggers(List.of()));
            }
        }
        for (View view : writing.schema().views()) {
            if (!view.triggers().isEmpty()) {
                more("triggers of " + Naming.qualified(view.name()), view, view.withTriggers(List.of()));
            }
        }
    }

    private void more(String id, SchemaObject with, SchemaObject without) {
        List<String> statements = new ArrayList<>(writing.blocks().ddl(with));
        writing.blocks().ddl(without).forEach(statements::remove);
        writing.blocks()
                .add(
                        new SqlObject(
                                id,
                                SqlObject.Phase.SECURITY,
                                String.join(";\n", statements),
                                Optional.empty(),
                                with.span()),
                        "no extension of the language that is installed has words for it");
    }
}
