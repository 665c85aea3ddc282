package io.pgorm.ddl.plan.internal;

import io.pgorm.ir.ObjectName.Kind;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.sql.Identifiers;
import io.pgorm.ir.sql.SqlScanner;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/** Names that nothing has, before or after, for what is there only while a plan runs. Not thread-safe. */
final class AsideNames {

    private static final String ENDING = "_before";

    private final Set<QualifiedName> taken = new HashSet<>();

    AsideNames(Facts from, Facts to) {
        add(from);
        add(to);
    }

    /** Tables and views have types of their names; and the array of a type has a name of its own. */
    private void add(Facts facts) {
        for (FactId id : facts.byId().keySet()) {
            if (id.object().part().isEmpty()) {
                taken.add(id.object().name());
            }
        }
    }

    QualifiedName choose(FactId id) {
        return choose(
                id.object().kind() == Kind.SQL ? ofCollation(id) : id.object().name());
    }

    QualifiedName choose(QualifiedName name) {
        for (int i = 1; ; i++) {
            String ending = i == 1 ? ENDING : ENDING + i;
            QualifiedName chosen = new QualifiedName(
                    name.schema(), clipped(name.name(), Identifiers.MAX_BYTES - ending.length()) + ending);
            if (taken.add(chosen)) {
                return chosen;
            }
        }
    }

    private static String clipped(String name, int bytes) {
        int end = name.length();
        while (name.substring(0, end).getBytes(StandardCharsets.UTF_8).length > bytes) {
            end = name.offsetByCodePoints(end, -1);
        }
        return name.substring(0, end);
    }

    /** The name of a collation, which stands in the id of its SQL as DDL takes it. */
    private static QualifiedName ofCollation(FactId id) {
        String name = id.object().name().name().substring("collation ".length());
        int dot = -1;
        for (SqlScanner.Segment segment : SqlScanner.scan(name)) {
            if (segment.kind() == SqlScanner.Kind.CODE && segment.text().contains(".")) {
                dot = segment.start() + segment.text().indexOf('.');
            }
        }
        return dot < 0
                ? QualifiedName.of(unquoted(name))
                : new QualifiedName(unquoted(name.substring(0, dot)), unquoted(name.substring(dot + 1)));
    }

    private static String unquoted(String name) {
        return name.startsWith("\"") ? name.substring(1, name.length() - 1).replace("\"\"", "\"") : name;
    }
}
