package io.pgorm.ddl.plan.internal;

import io.pgorm.ir.ObjectName.Kind;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.sql.Identifiers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;

/** Names that nothing has, before or after, for what is there only while a plan runs. Not thread-safe. */
final class AsideNames {

    private static final String ENDING = "_before";

    /** What the name of a range's multirange has before the ending: there is always room for it. */
    private static final String MANY = "_multi";

    private final Set<QualifiedName> taken = new LinkedHashSet<>();

    /** @param taken names that something has */
    AsideNames(Set<QualifiedName> taken) {
        this.taken.addAll(taken);
    }

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
                id.object().kind() == Kind.SQL
                        ? SqlNames.ofCollation(id)
                        : id.object().name());
    }

    QualifiedName choose(QualifiedName name) {
        for (int i = 1; ; i++) {
            String ending = i == 1 ? ENDING : ENDING + i;
            QualifiedName chosen = new QualifiedName(
                    name.schema(),
                    clipped(name.name(), Identifiers.MAX_BYTES - MANY.length() - ending.length()) + ending);
            if (taken.add(chosen)) {
                return chosen;
            }
        }
    }

    /** The name for the multirange of a range that waits under the given one. */
    static String many(QualifiedName range) {
        int end = range.name().lastIndexOf(ENDING);
        return range.name().substring(0, end) + MANY + range.name().substring(end);
    }

    private static String clipped(String name, int bytes) {
        int end = name.length();
        while (name.substring(0, end).getBytes(StandardCharsets.UTF_8).length > bytes) {
            end = name.offsetByCodePoints(end, -1);
        }
        return name.substring(0, end);
    }
}
