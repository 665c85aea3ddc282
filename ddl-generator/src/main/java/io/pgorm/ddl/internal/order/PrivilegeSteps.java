package io.pgorm.ddl.internal.order;

import io.pgorm.ddl.DdlStatement;
import io.pgorm.ddl.internal.PrivilegeSql;
import io.pgorm.ir.DefaultPrivilege;
import io.pgorm.ir.Grant;
import io.pgorm.ir.ObjectName;
import io.pgorm.ir.ObjectName.Kind;
import io.pgorm.ir.Ownership;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.Schema;
import io.pgorm.ir.Sequence;
import java.util.List;

/** The steps that say what roles own and may do. Stateless. */
final class PrivilegeSteps {

    private PrivilegeSteps() {}

    /** A sequence goes with the table that owns it, so the table's owner comes first. */
    static List<Step> of(Ownership ownership, Schema schema) {
        ObjectName of = ownership.of();
        DdlStatement statement = PrivilegeSql.own(ownership);
        Place place = new Place(Stratum.OWNERS, of.kind() == Kind.SEQUENCE ? 1 : 0, of.name(), 0, statement.sql());
        Step.Builder step = Step.at(place).needs(of).makes(owned(of));
        schema.objects(Sequence.class).stream()
                .filter(sequence ->
                        of.kind() == Kind.SEQUENCE && sequence.name().equals(of.name()))
                .flatMap(sequence -> sequence.ownedBy().stream())
                .forEach(owner -> step.needs(owned(ObjectName.of(Kind.TABLE, owner.table()))));
        return step.step(statement);
    }

    /** Stands for the ownership itself; no object has such a name. */
    private static ObjectName owned(ObjectName object) {
        return ObjectName.part(object.kind(), object.name(), "owner");
    }

    static List<Step> of(DefaultPrivilege privilege) {
        DdlStatement statement = PrivilegeSql.byDefault(privilege);
        QualifiedName about = new QualifiedName(privilege.schema().orElse(""), privilege.objects());
        int group = privilege.revoke() ? 0 : 1;
        return Step.at(new Place(Stratum.DEFAULT_PRIVILEGES, group, about, 0, statement.sql()))
                .step(statement);
    }

    /** What is taken away from a table is taken away from its columns too, so columns come last. */
    static List<Step> of(Grant grant) {
        boolean columns = grant.on().kind() == Kind.COLUMN || !grant.columns().isEmpty();
        Stratum stratum = grant.revoke() ? Stratum.REVOKES : columns ? Stratum.COLUMN_GRANTS : Stratum.GRANTS;
        DdlStatement statement = PrivilegeSql.grant(grant);
        return Step.at(new Place(
                        stratum, grant.on().kind().ordinal(), grant.on().name(), 0, statement.sql()))
                .needs(grant.on())
                .step(statement);
    }
}
