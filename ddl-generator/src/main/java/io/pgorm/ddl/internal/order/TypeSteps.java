package io.pgorm.ddl.internal.order;

import io.pgorm.ddl.internal.CompositeSql;
import io.pgorm.ddl.internal.DomainSql;
import io.pgorm.ddl.internal.EnumSql;
import io.pgorm.ddl.internal.RangeSql;
import io.pgorm.ir.CompositeType;
import io.pgorm.ir.DomainType;
import io.pgorm.ir.EnumType;
import io.pgorm.ir.ObjectName;
import io.pgorm.ir.ObjectName.Kind;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.RangeType;
import io.pgorm.ir.Routine;
import io.pgorm.ir.Schema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The steps that make types. Stateless. */
final class TypeSteps {

    private TypeSteps() {}

    static List<Step> of(EnumType type) {
        return at(Kind.TYPE, type.name()).step(EnumSql.create(type));
    }

    static List<Step> of(CompositeType type) {
        Step.Builder step = at(Kind.TYPE, type.name());
        type.attributes().forEach(attribute -> step.needsType(attribute.type()));
        return step.step(CompositeSql.create(type));
    }

    static List<Step> of(DomainType type) {
        Step.Builder step = at(Kind.DOMAIN, type.name()).needsType(type.base());
        type.defaultValue().ifPresent(step::needsNamesIn);
        type.checks().forEach(check -> step.needsNamesIn(check.expression()));
        return step.step(DomainSql.create(type));
    }

    /** A range whose values a function of the schema makes canonical is made in two steps, that function between. */
    static List<Step> of(RangeType type, Schema schema) {
        List<Step> steps = new ArrayList<>();
        Step.Builder step = at(Kind.TYPE, type.name()).needsType(type.subtype());
        type.multirange().ifPresent(name -> step.makes(ObjectName.of(Kind.TYPE, name)));
        type.canonical().ifPresent(step::needsCallable);
        type.difference().ifPresent(step::needsCallable);
        if (schema.routines().stream().anyMatch(routine -> isCanonical(routine, type))) {
            steps.addAll(Step.at(Stratum.TYPES, type.name())
                    .makesShell(ObjectName.of(Kind.TYPE, type.name()))
                    .step(RangeSql.shell(type)));
        }
        steps.addAll(step.step(RangeSql.create(type)));
        return steps;
    }

    /** The range of the schema whose values the routine makes canonical, for which it needs the type's name only. */
    static @Nullable RangeType madeCanonicalBy(Routine routine, Schema schema) {
        return schema.objects(RangeType.class).stream()
                .filter(type -> isCanonical(routine, type))
                .findFirst()
                .orElse(null);
    }

    private static boolean isCanonical(Routine routine, RangeType type) {
        return type.canonical().filter(routine.name()::equals).isPresent();
    }

    private static Step.Builder at(Kind kind, QualifiedName name) {
        return Step.at(Stratum.TYPES, name).makes(ObjectName.of(kind, name));
    }
}
