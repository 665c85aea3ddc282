package io.pgorm.ddl.plan.internal;

import io.pgorm.ddl.plan.Hazard;
import io.pgorm.ir.Role;
import java.util.ArrayList;
import java.util.List;

/** How a role changes. Stateless. */
final class RoleChange {

    private RoleChange() {}

    static List<Step> steps(Role before, Role after) {
        List<String> words = new ArrayList<>();
        word("LOGIN", before.login(), after.login(), words);
        word("SUPERUSER", before.superuser(), after.superuser(), words);
        word("CREATEROLE", before.createRole(), after.createRole(), words);
        word("CREATEDB", before.createDatabase(), after.createDatabase(), words);
        word("INHERIT", before.inherit(), after.inherit(), words);
        word("REPLICATION", before.replication(), after.replication(), words);
        word("BYPASSRLS", before.bypassRowSecurity(), after.bypassRowSecurity(), words);
        String name = Removal.quoted(after.name());
        List<Step> steps = new ArrayList<>();
        if (!words.isEmpty()) {
            steps.add(Step.of("ALTER ROLE " + name + " " + String.join(" ", words))
                    .with(Hazard.AUTHZ_UPDATE));
        }
        before.memberOf().stream()
                .filter(role -> !after.memberOf().contains(role))
                .forEach(role -> steps.add(Step.of("REVOKE " + Removal.quoted(role) + " FROM " + name)
                        .with(Hazard.AUTHZ_UPDATE)));
        after.memberOf().stream()
                .filter(role -> !before.memberOf().contains(role))
                .forEach(role -> steps.add(
                        Step.of("GRANT " + Removal.quoted(role) + " TO " + name).with(Hazard.AUTHZ_UPDATE)));
        return steps;
    }

    private static void word(String word, boolean before, boolean after, List<String> words) {
        if (before != after) {
            words.add(after ? word : "NO" + word);
        }
    }
}
