package io.pgorm.sdl.internal.resolve;

import io.pgorm.ir.DefaultPrivilege;
import io.pgorm.ir.Grant;
import io.pgorm.ir.ObjectName;
import io.pgorm.sdl.Codes;
import io.pgorm.sdl.internal.resolve.ModelScope.ColumnScope;
import io.pgorm.sdl.internal.syntax.Attribute;
import io.pgorm.sdl.internal.syntax.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who may do what: {@code grant}, {@code revoke}, {@code defaultGrant}, {@code defaultRevoke}. */
final class ReadGrants {

    private static final List<String> DEFAULT_KINDS = List.of("TABLES", "SEQUENCES", "FUNCTIONS", "TYPES", "SCHEMAS");

    private final Scope scope;

    ReadGrants(Scope scope) {
        this.scope = scope;
    }

    /** One grant for each role. */
    List<Grant> read(Attribute attribute, boolean revoke, ObjectName on, Optional<ModelScope> model) {
        List<String> options = new ArrayList<>(List.of("to", "grantable"));
        model.ifPresent(each -> options.add("on"));
        Arguments arguments = Arguments.read(attribute, List.of("privileges"), options, scope.report);
        boolean hasColumns = arguments.has("on");
        Optional<List<ColumnScope>> fields = model.flatMap(each -> new ReadFields(scope).list(each, arguments, "on"));
        if (hasColumns && fields.isEmpty()) {
            return List.of();
        }
        List<String> columns = fields.map(ReadFields::columns).orElse(List.of());
        return grants(arguments, revoke, on, columns);
    }

    /** One grant for each role, on one column of a table. */
    List<Grant> onColumn(Attribute attribute, boolean revoke, ObjectName table, String column) {
        Arguments arguments =
                Arguments.read(attribute, List.of("privileges"), List.of("to", "grantable"), scope.report);
        return grants(arguments, revoke, table, List.of(column));
    }

    private List<Grant> grants(Arguments arguments, boolean revoke, ObjectName on, List<String> columns) {
        List<String> possible = Privileges.of(on.kind(), !columns.isEmpty());
        Optional<List<String>> privileges = Privileges.read(arguments, possible, scope);
        List<String> roles = roles(arguments, Privileges.example(possible));
        boolean grantable = arguments.bool("grantable").orElse(false);
        if (!arguments.sound() || privileges.isEmpty()) {
            return List.of();
        }
        return roles.stream()
                .filter(role -> isGrantable(arguments, role, grantable && !revoke))
                .map(role -> new Grant(on, privileges.get(), columns, role, grantable, revoke, arguments.span()))
                .toList();
    }

    /** One for each role, for objects that will be made in a schema or by a role. */
    List<DefaultPrivilege> defaults(Attribute attribute, boolean revoke, ObjectName of) {
        boolean ofSchema = of.kind() == ObjectName.Kind.SCHEMA;
        List<String> options = List.of("on", "to", ofSchema ? "for" : "in", "grantable");
        Arguments arguments = Arguments.read(attribute, List.of("privileges"), options, scope.report);
        Optional<String> objects = arguments
                .required("on", attribute.label() + "(SELECT, on: TABLES, to: role)")
                .flatMap(value -> arguments.word(value, "on", DEFAULT_KINDS));
        if (objects.isEmpty()) {
            return List.of();
        }
        List<String> possible = Privileges.OF_DEFAULTS.getOrDefault(objects.get(), List.of());
        Optional<List<String>> privileges = Privileges.read(arguments, possible, scope);
        List<String> roles = roles(arguments, Privileges.example(possible));
        Optional<String> creator = ofSchema
                ? arguments.databaseName("for").map(scope::role)
                : Optional.of(of.name().name());
        Optional<String> schema = ofSchema
                ? Optional.of(of.name().name())
                : arguments.databaseName("in").map(word -> scope.schemas.getOrDefault(word.text(), word.text()));
        boolean grantable = arguments.bool("grantable").orElse(false);
        if (schema.isPresent() && objects.get().equals("SCHEMAS")) {
            scope.report.error(
                    Codes.WRONG_ARGUMENT,
                    arguments.span(),
                    "PostgreSQL has no default privileges on schemas within a schema",
                    "write it on the role that makes them: `role x @defaultGrant(USAGE, on: SCHEMAS, to: y)`");
            return List.of();
        }
        if (!arguments.sound() || privileges.isEmpty()) {
            return List.of();
        }
        return roles.stream()
                .filter(role -> isGrantable(arguments, role, grantable && !revoke))
                .map(role -> new DefaultPrivilege(
                        creator, schema, objects.get(), privileges.get(), role, grantable, revoke, arguments.span()))
                .toList();
    }

    private List<String> roles(Arguments arguments, String privilege) {
        Optional<Value> to = arguments.required("to", arguments.label() + "(" + privilege + ", to: role)");
        List<String> roles = new ArrayList<>();
        for (Value item : to.map(Arguments::items).orElse(List.of())) {
            arguments.databaseName(item, "to").ifPresent(word -> {
                String role = scope.role(word);
                if (!roles.contains(role)) {
                    roles.add(role);
                }
            });
        }
        return roles;
    }

    private boolean isGrantable(Arguments arguments, String role, boolean grantable) {
        if (grantable && role.equals(Grant.PUBLIC)) {
            scope.report.error(
                    Codes.WRONG_ARGUMENT,
                    arguments.span(),
                    "PostgreSQL gives public no right to grant on",
                    "leave out grantable:, or name a role");
            return false;
        }
        return true;
    }
}
