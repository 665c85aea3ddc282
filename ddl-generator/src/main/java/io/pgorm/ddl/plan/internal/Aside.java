package io.pgorm.ddl.plan.internal;

import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.RangeType;
import java.util.ArrayList;
import java.util.List;

/** The statements by which a type or a collation makes way for another one of its name. Stateless. */
final class Aside {

    private Aside() {}

    /** @param aside the name that it waits under */
    static List<Step> rename(Fact fact, QualifiedName aside) {
        String to = " RENAME TO " + Removal.quoted(aside.name());
        return switch (fact) {
            case Fact.OfRange(RangeType type) -> range(type, aside, to);
            case Fact.OfDomain(var type) ->
                List.of(Step.of("ALTER DOMAIN " + type.name().sql() + to));
            case Fact.OfSql(var sql) -> List.of(Step.of("ALTER " + collation(sql.id()) + to));
            case Fact other ->
                List.of(Step.of("ALTER TYPE " + fact.id().object().name().sql() + to));
        };
    }

    static Step drop(Fact fact, QualifiedName aside) {
        String kind = switch (fact) {
            case Fact.OfDomain type -> "DOMAIN ";
            case Fact.OfSql sql -> "COLLATION ";
            case Fact other -> "TYPE ";
        };
        return Step.of("DROP " + kind + aside.sql());
    }

    private static String collation(String id) {
        return "COLLATION " + id.substring("collation ".length());
    }

    /** A range has a multirange beside it, and both have functions of their names that make values. */
    private static List<Step> range(RangeType type, QualifiedName aside, String to) {
        QualifiedName multirange = TypeUses.multirange(type);
        String many = " RENAME TO " + Removal.quoted(AsideNames.many(aside));
        String subtype = type.subtype().sql();
        List<Step> steps = new ArrayList<>();
        steps.add(Step.of("ALTER TYPE " + type.name().sql() + to));
        steps.add(Step.of("ALTER TYPE " + multirange.sql() + many));
        String one = "ALTER FUNCTION " + type.name().sql();
        steps.add(Step.of(one + "(" + subtype + ", " + subtype + ")" + to));
        steps.add(Step.of(one + "(" + subtype + ", " + subtype + ", text)" + to));
        String all = "ALTER FUNCTION " + multirange.sql();
        steps.add(Step.of(all + "()" + many));
        steps.add(Step.of(all + "(" + aside.sql() + ")" + many));
        steps.add(Step.of(all + "(" + aside.sql() + "[])" + many));
        return steps;
    }
}
