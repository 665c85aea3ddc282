package io.pgorm.sdl;

import io.pgorm.ir.ColumnType;
import io.pgorm.ir.Constraint;
import io.pgorm.ir.EnumType;
import io.pgorm.ir.Index;
import io.pgorm.ir.Policy;
import io.pgorm.ir.Rename;
import io.pgorm.ir.Schema;
import io.pgorm.ir.SchemaObject;
import io.pgorm.ir.SqlText;
import io.pgorm.ir.diagnostic.SourceSpan;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a schema makes in a database, which no former name is part of, as lines to compare: without places in a file and without names in Java. */
final class Meaning {

    private Meaning() {}

    static String of(Schema schema) {
        return schema.objects().stream()
                        .filter(object -> !(object instanceof Rename))
                        .map(Meaning::line)
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining("\n"))
                + "\n" + schema.session().map(session -> line(session.fields())).orElse("");
    }

    private static String line(Object value) {
        return switch (value) {
            case SourceSpan span -> "";
            case SqlText text -> sql(text.render());
            case ColumnType type -> type.sql().replace("\"", "");
            case EnumType.Value each -> each.label() + line(each.comment());
            case Optional<?> optional -> optional.map(Meaning::line).orElse("-");
            case List<?> list
            when !list.isEmpty() && isNamed(list.getFirst()) ->
                list.stream().map(Meaning::line).sorted().collect(Collectors.joining(", ", "[", "]"));
            case List<?> list -> list.stream().map(Meaning::line).collect(Collectors.joining(", ", "[", "]"));
            case Map<?, ?> map -> map.toString();
            case SchemaObject object -> "\n" + record((Record) object);
            case Record record -> record(record);
            default -> value.toString();
        };
    }

    /** What has a name has no order of its own. */
    private static boolean isNamed(Object value) {
        return value instanceof Constraint || value instanceof Index || value instanceof Policy;
    }

    private static String record(Record record) {
        StringBuilder out = new StringBuilder(record.getClass().getSimpleName()).append('(');
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            if (!component.getName().equals("javaName") && component.getType() != SourceSpan.class) {
                try {
                    component.getAccessor().setAccessible(true);
                    out.append(component.getName()).append('=');
                    out.append(line(component.getAccessor().invoke(record))).append(' ');
                } catch (ReflectiveOperationException e) {
                    throw new AssertionError(e);
                }
            }
        }
        return out.append(')').toString();
    }

    /** As far as PostgreSQL does not care: quotes that a name does not need, the cast of an array of constants. */
    private static String sql(String sql) {
        return sql.replaceAll("\"(\\w+)\"", "$1")
                .replaceFirst("(?i)^array\\s*\\[(.*)]::\\w+( \\w+)?\\[]$", "ARRAY[$1]")
                .replaceFirst("(?i)^array\\s*\\[(.*)]$", "ARRAY[$1]")
                .replaceAll(",\\s*", ",")
                .replaceFirst("^-0\\.5e-3$", "-0.5e-3");
    }
}
