package io.pgorm.ddl.plan.internal;

import io.pgorm.ir.ObjectName;
import io.pgorm.ir.ObjectName.Kind;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.sql.SqlScanner;
import java.util.List;
import java.util.Optional;

/** Names of what the IR has no words for: they stand in the id of its SQL as DDL takes them. Stateless. */
final class SqlNames {

    private static final String COLLATION = "collation ";
    private static final String AGGREGATE = "aggregate ";

    private SqlNames() {}

    static QualifiedName ofCollation(FactId id) {
        return name(id.object().name().name().substring(COLLATION.length()));
    }

    /** The aggregate that the SQL makes, but for those over ordered sets. */
    static Optional<ObjectName> aggregate(FactId id) {
        String text = id.object().name().name();
        if (id.object().kind() != Kind.SQL || !text.startsWith(AGGREGATE) || text.contains("ORDER BY")) {
            return Optional.empty();
        }
        String call = text.substring(AGGREGATE.length());
        int open = first(call, "(");
        if (open < 0 || !call.endsWith(")")) {
            return Optional.empty();
        }
        String arguments = call.substring(open + 1, call.length() - 1);
        List<String> types = arguments.equals("*") ? List.of() : List.of(arguments.split(", "));
        return Optional.of(new ObjectName(Kind.AGGREGATE, name(call.substring(0, open)), Optional.empty(), types));
    }

    private static QualifiedName name(String text) {
        int dot = first(text, ".");
        return dot < 0
                ? QualifiedName.of(unquoted(text))
                : new QualifiedName(unquoted(text.substring(0, dot)), unquoted(text.substring(dot + 1)));
    }

    /** Where it stands first outside of quotes. */
    private static int first(String text, String sought) {
        for (SqlScanner.Segment segment : SqlScanner.scan(text)) {
            if (segment.kind() == SqlScanner.Kind.CODE && segment.text().contains(sought)) {
                return segment.start() + segment.text().indexOf(sought);
            }
        }
        return -1;
    }

    private static String unquoted(String name) {
        return name.startsWith("\"") ? name.substring(1, name.length() - 1).replace("\"\"", "\"") : name;
    }
}
