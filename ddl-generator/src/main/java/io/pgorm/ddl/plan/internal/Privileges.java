package io.pgorm.ddl.plan.internal;

import io.pgorm.ddl.internal.PrivilegeSql;
import io.pgorm.ddl.plan.Hazard;
import io.pgorm.ir.DefaultPrivilege;
import io.pgorm.ir.Grant;
import java.util.List;

/** Privileges given and taken back, each by itself. Stateless. */
final class Privileges {

    private Privileges() {}

    static Step make(Grant grant) {
        return Step.of(PrivilegeSql.grant(grant)).with(Hazard.AUTHZ_UPDATE);
    }

    static Step undo(Grant grant) {
        return make(new Grant(
                grant.on(),
                grant.privileges(),
                grant.columns(),
                grant.grantee(),
                false,
                !grant.revoke(),
                grant.span()));
    }

    static Grant notGrantable(Grant grant) {
        return new Grant(
                grant.on(), grant.privileges(), grant.columns(), grant.grantee(), false, grant.revoke(), grant.span());
    }

    /** The privilege stays; that it may be given on comes or goes. */
    static List<Step> option(Grant after) {
        return List.of(
                after.grantable() || after.revoke()
                        ? make(after)
                        : make(new Grant(
                                after.on(),
                                after.privileges(),
                                after.columns(),
                                after.grantee(),
                                true,
                                true,
                                after.span())));
    }

    static Step make(DefaultPrivilege privilege) {
        return Step.of(PrivilegeSql.byDefault(privilege)).with(Hazard.AUTHZ_UPDATE);
    }

    static Step undo(DefaultPrivilege privilege) {
        return make(new DefaultPrivilege(
                privilege.creator(),
                privilege.schema(),
                privilege.objects(),
                privilege.privileges(),
                privilege.grantee(),
                false,
                !privilege.revoke(),
                privilege.span()));
    }
}
