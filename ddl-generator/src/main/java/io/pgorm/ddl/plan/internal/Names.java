package io.pgorm.ddl.plan.internal;

import io.pgorm.ddl.plan.internal.FactId.Aspect;
import io.pgorm.ir.ObjectName;
import io.pgorm.ir.QualifiedName;
import java.util.List;

/** Which names things take, that nothing else may have: a view has one among relations, and one among types. Stateless. */
final class Names {

    private Names() {}

    static List<String> taken(FactId id) {
        if (id.aspect() != Aspect.SELF) {
            return List.of();
        }
        ObjectName object = id.object();
        return switch (object.kind()) {
            // a sequence is no type, but PostgreSQL refuses it the name of one all the same
            case TABLE, VIEW, MATERIALIZED_VIEW, FOREIGN_TABLE, TYPE, SEQUENCE ->
                List.of(relation(object.name()), type(object.name()));
            case DOMAIN -> List.of(type(object.name()));
            case INDEX, CONSTRAINT ->
                List.of(relation(
                        new QualifiedName(object.name().schema(), object.part().orElseThrow())));
            case FUNCTION, PROCEDURE -> List.of("routine " + object.name() + object.argumentTypes());
            default -> List.of();
        };
    }

    private static String relation(QualifiedName name) {
        return "relation " + name;
    }

    static String type(QualifiedName name) {
        return "type " + name;
    }
}
