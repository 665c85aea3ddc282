package io.pgorm.sdl;

import io.pgorm.ir.Comment;
import io.pgorm.ir.CompositeType;
import io.pgorm.ir.Constraint;
import io.pgorm.ir.DefaultPrivilege;
import io.pgorm.ir.DomainType;
import io.pgorm.ir.EnumType;
import io.pgorm.ir.Extension;
import io.pgorm.ir.Grant;
import io.pgorm.ir.Namespace;
import io.pgorm.ir.Ownership;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.RangeType;
import io.pgorm.ir.Rename;
import io.pgorm.ir.Role;
import io.pgorm.ir.Routine;
import io.pgorm.ir.SchemaObject;
import io.pgorm.ir.Sequence;
import io.pgorm.ir.SqlObject;
import io.pgorm.ir.Table;
import io.pgorm.ir.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Objects that are no tables, as lines of text. */
final class PrintObjects {

    private PrintObjects() {}

    static List<String> print(SchemaObject object) {
        return switch (object) {
            case Extension extension ->
                List.of("extension " + extension.name()
                        + extension.schema().map(schema -> " in " + schema).orElse("") + at(extension));
            case Namespace namespace ->
                List.of("schema " + namespace.name() + comment(namespace.comment()) + at(namespace));
            case Role role -> List.of(role(role));
            case EnumType type -> enumType(type);
            case CompositeType type -> composite(type);
            case RangeType type -> List.of(range(type));
            case DomainType type -> domain(type);
            case Sequence sequence -> List.of(sequence(sequence));
            case Table table -> List.of();
            case View view -> view(view);
            case Routine routine -> routine(routine);
            // a block of their own, behind the tables
            case Grant grant -> List.of();
            case DefaultPrivilege privilege -> List.of();
            case Ownership ownership -> List.of();
            case Comment comment -> List.of();
            case Rename rename -> List.of();
            case SqlObject sql -> sqlObject(sql);
        };
    }

    static String at(SchemaObject object) {
        return "  @" + object.span().line() + ":" + object.span().column();
    }

    static String comment(Optional<String> comment) {
        return comment.map(text -> "  /// " + oneLine(text)).orElse("");
    }

    static String oneLine(String text) {
        return text.replace("\n", "\\n");
    }

    private static String role(Role role) {
        return "role " + role.name() + (role.login() ? " login" : "") + (role.superuser() ? " superuser" : "")
                + (role.createRole() ? " createRole" : "") + (role.createDatabase() ? " createDatabase" : "")
                + (role.inherit() ? "" : " noInherit") + (role.replication() ? " replication" : "")
                + (role.bypassRowSecurity() ? " bypassRowSecurity" : "")
                + (role.memberOf().isEmpty() ? "" : " member of " + role.memberOf()) + at(role);
    }

    private static List<String> enumType(EnumType type) {
        List<String> lines = new ArrayList<>();
        lines.add("enum " + type.name().sql() + "  " + type.javaName() + comment(type.comment()) + at(type));
        type.values()
                .forEach(value ->
                        lines.add("  " + value.name() + " '" + value.label() + "'" + comment(value.comment())));
        return lines;
    }

    private static List<String> composite(CompositeType type) {
        List<String> lines = new ArrayList<>();
        lines.add("type " + type.name().sql() + "  " + type.javaName() + comment(type.comment()) + at(type));
        type.attributes()
                .forEach(each -> lines.add("  " + each.name() + "  "
                        + each.type().sql() + named(" collate ", each.collation()) + comment(each.comment())));
        return lines;
    }

    private static String range(RangeType type) {
        return "range " + type.name().sql() + "  " + type.javaName() + " of "
                + type.subtype().sql() + named(" multirange ", type.multirange())
                + named(" operator class ", type.operatorClass()) + named(" collate ", type.collation())
                + named(" canonical ", type.canonical()) + named(" difference ", type.difference())
                + comment(type.comment()) + at(type);
    }

    private static String named(String word, Optional<QualifiedName> name) {
        return name.map(each -> word + each.sql()).orElse("");
    }

    private static List<String> domain(DomainType type) {
        List<String> lines = new ArrayList<>();
        lines.add("domain " + type.name().sql() + "  " + type.javaName() + " of "
                + type.base().sql() + named(" collate ", type.collation())
                + type.defaultValue()
                        .map(value -> " default " + PrintSchema.sql(value))
                        .orElse("")
                + (type.notNull() ? " not null" : "") + comment(type.comment()) + at(type));
        for (Constraint.Check check : type.checks()) {
            lines.add("  check " + check.name() + " " + PrintSchema.sql(check.expression())
                    + (check.validated() ? "" : " not valid"));
        }
        return lines;
    }

    private static String sequence(Sequence sequence) {
        return "sequence " + sequence.name().sql() + " " + PrintSatellites.options(sequence.options())
                + (sequence.unlogged() ? " unlogged" : "")
                + sequence.ownedBy()
                        .map(owner -> " owned by " + owner.table().sql() + "." + owner.column())
                        .orElse("")
                + comment(sequence.comment()) + at(sequence);
    }

    private static List<String> view(View view) {
        List<String> lines = new ArrayList<>();
        lines.add((view.materialized() ? "materialized view " : "view ")
                + view.name().sql()
                + (view.options().isEmpty() ? "" : " with " + view.options())
                + (view.populated() ? "" : " no data")
                + view.accessMethod().map(method -> " using " + method).orElse("")
                + view.tablespace().map(space -> " tablespace " + space).orElse("")
                + comment(view.comment())
                + at(view));
        view.columns()
                .forEach(column -> lines.add("  " + column.name() + "  "
                        + column.type().sql() + (column.nullable() ? " null" : "") + comment(column.comment())));
        if (!view.key().isEmpty()) {
            lines.add("  key " + view.key());
        }
        view.indexes().forEach(index -> lines.add(PrintSchema.index(index)));
        lines.add("  as " + PrintSchema.sql(view.query()));
        return lines;
    }

    private static List<String> routine(Routine routine) {
        List<String> lines = new ArrayList<>();
        String parameters = routine.parameters().stream()
                .map(each -> each.mode().name().toLowerCase(Locale.ROOT)
                        + each.name().map(name -> " " + name).orElse("") + " " + each.type()
                        + each.defaultValue()
                                .map(value -> " = " + PrintSchema.sql(value))
                                .orElse(""))
                .collect(Collectors.joining(", ", "(", ")"));
        lines.add(routine.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " "
                + routine.name().sql() + parameters
                + routine.returns().map(type -> " returns " + type).orElse("") + comment(routine.comment())
                + at(routine));
        lines.add("  language " + routine.language() + (routine.atomic() ? " atomic" : "") + " "
                + routine.volatility() + (routine.strict() ? " strict" : "")
                + (routine.leakproof() ? " leakproof" : "") + (routine.securityDefiner() ? " security definer" : "")
                + " parallel " + routine.parallel()
                + (routine.cost().isPresent() ? " cost " + routine.cost().getAsDouble() : "")
                + (routine.rows().isPresent() ? " rows " + routine.rows().getAsDouble() : "")
                + routine.support().map(name -> " support " + name).orElse("")
                + (routine.settings().isEmpty() ? "" : " set " + routine.settings()));
        lines.add("  as \"" + oneLine(routine.body()) + "\"");
        return lines;
    }

    private static List<String> sqlObject(SqlObject object) {
        List<String> lines = new ArrayList<>();
        lines.add("object " + object.id());
        lines.add("  at " + object.phase() + references(" after ", object.after())
                + references(" before ", object.before()));
        lines.add("  as \"" + oneLine(object.sql()) + "\"");
        object.undo().ifPresent(undo -> lines.add("  down \"" + oneLine(undo) + "\""));
        return lines;
    }

    private static String references(String word, List<SqlObject.Reference> references) {
        return references.isEmpty()
                ? ""
                : references.stream()
                        .map(reference -> switch (reference) {
                            case SqlObject.Reference.Named(QualifiedName name) -> name.sql();
                            case SqlObject.Reference.Block(String id) -> "'" + id + "'";
                        })
                        .collect(Collectors.joining(", ", word, ""));
    }
}
