package io.pgorm.migrations.prove.internal;

import io.pgorm.ddl.plan.Hazard;
import io.pgorm.ddl.plan.Plan;
import io.pgorm.ddl.plan.PlannedStatement;
import io.pgorm.ir.QualifiedName;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What plans said that it would be gone. Immutable. */
record Announced(Set<String> objects) {

    Announced {
        objects = Set.copyOf(objects);
    }

    static Announced by(List<Plan> plans) {
        Set<String> objects = new HashSet<>();
        for (Plan plan : plans) {
            plan.statements().stream()
                    .filter(statement -> statement.hazards().contains(Hazard.DELETES_DATA))
                    .map(PlannedStatement::object)
                    .forEach(objects::add);
        }
        return new Announced(objects);
    }

    boolean table(QualifiedName table) {
        return objects.contains("table " + table);
    }

    /** Itself, its table, or its type. */
    boolean column(QualifiedName table, TableContent.Column column) {
        return objects.contains("column " + table + "." + column.name())
                || table(table)
                || objects.contains("type " + type(column))
                || objects.contains("domain " + type(column));
    }

    /** As our names write it: without quotes, without {@code public}, without array and modifier. */
    private static String type(TableContent.Column column) {
        return column.type()
                .replaceAll("[(].*", "")
                .replace("[]", "")
                .replace("\"", "")
                .replaceFirst("^public\\.", "");
    }
}
