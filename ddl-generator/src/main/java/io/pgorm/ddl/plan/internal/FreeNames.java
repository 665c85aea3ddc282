package io.pgorm.ddl.plan.internal;

import io.pgorm.ir.ObjectName.Kind;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.sql.Identifiers;
import java.util.List;

/** Names for what is there only while a plan runs. Stateless. */
final class FreeNames {

    private static final List<Kind> RELATIONS =
            List.of(Kind.TABLE, Kind.VIEW, Kind.MATERIALIZED_VIEW, Kind.SEQUENCE, Kind.TYPE, Kind.DOMAIN);

    private FreeNames() {}

    /** A name beside a given one that no relation or type of either state has. */
    static QualifiedName beside(QualifiedName name, String suffix, Frame frame) {
        for (int number = 1; ; number++) {
            String end = number == 1 ? suffix : suffix + number;
            String start = name.name();
            while (Identifiers.byteLength(start + end) > Identifiers.MAX_BYTES) {
                start = start.substring(0, start.offsetByCodePoints(start.length(), -1));
            }
            QualifiedName candidate = new QualifiedName(name.schema(), start + end);
            if (isFree(candidate, frame.from()) && isFree(candidate, frame.to())) {
                return candidate;
            }
        }
    }

    private static boolean isFree(QualifiedName name, Facts state) {
        return RELATIONS.stream().noneMatch(kind -> state.has(FactId.self(kind, name)));
    }
}
