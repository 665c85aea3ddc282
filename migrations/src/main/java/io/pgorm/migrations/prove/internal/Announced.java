package io.pgorm.migrations.prove.internal;

import io.pgorm.ddl.plan.Hazard;
import io.pgorm.ddl.plan.Plan;
import io.pgorm.ddl.plan.PlannedStatement;
import io.pgorm.ir.QualifiedName;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What plans said that it would be gone. Immutable. */
record Announced(Set<String> objects) {

    Announced {
        objects = Set.copyOf(objects);
    }

    static Announced by(List<Plan> plans) {
        Set<String> objects = new LinkedHashSet<>();
        for (Plan plan : plans) {
            plan.statements().stream()
                    .filter(statement -> statement.hazards().contains(Hazard.DELETES_DATA))
                    .map(PlannedStatement::object)
                    .forEach(objects::add);
        }
        return new Announced(objects);
    }

    /** Itself, or a table above it. */
    boolean table(TableContent table) {
        return family(table).anyMatch(name -> objects.contains("table " + name));
    }

    /** Itself, its table, the same in a table above, or its type. */
    boolean column(TableContent table, TableContent.Column column) {
        return family(table).anyMatch(name -> objects.contains("column " + name + "." + column.name()))
                || table(table)
                || objects.contains("type " + type(column))
                || objects.contains("domain " + type(column));
    }

    private static Stream<QualifiedName> family(TableContent table) {
        return Stream.concat(Stream.of(table.name()), table.above().stream());
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
