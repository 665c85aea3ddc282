package io.pgorm.sdl.internal.write;

import io.pgorm.ir.ColumnType;
import io.pgorm.ir.Comment;
import io.pgorm.ir.Grant;
import io.pgorm.ir.Namespace;
import io.pgorm.ir.ObjectName;
import io.pgorm.ir.Ownership;
import io.pgorm.ir.PgType;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.Routine;
import io.pgorm.ir.Schema;
import io.pgorm.ir.SchemaObject;
import io.pgorm.ir.SessionType;
import io.pgorm.ir.diagnostic.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The schema {@code auth} becomes a {@code session} block, where it holds nothing but the functions that the block
 * makes; any other schema of that name is the database's own, and the session an external one. Stateless.
 */
final class FoldSession {

    private static final String SCHEMA = "auth";
    /** The body of such a function, as PostgreSQL prints it. */
    private static final Pattern BODY = Pattern.compile(
            "RETURN \\(?NULLIF\\(current_setting\\('pgorm\\.(\\w+)'::text, true\\), ''::text\\)\\)?(::.+)?");

    private FoldSession() {}

    static Schema fold(Schema schema, TypeWords types) {
        List<Routine> routines = schema.routines().stream()
                .filter(routine -> routine.name().schema().equals(SCHEMA))
                .toList();
        if (routines.isEmpty() || schema.session().isPresent()) {
            return schema;
        }
        boolean own = routines.stream().allMatch(FoldSession::isOwn)
                && schema.objects().stream().filter(FoldSession::isInside).allMatch(FoldSession::isImplied);
        if (own) {
            List<SchemaObject> rest = schema.objects().stream()
                    .filter(object -> !isInside(object))
                    .toList();
            return schema.withObjects(rest).withSession(session(routines, types, false));
        }
        return schema.withSession(session(routines, types, true));
    }

    private static SessionType session(List<Routine> routines, TypeWords types, boolean external) {
        List<SessionType.Field> fields = new ArrayList<>();
        for (Routine routine : routines) {
            String function = routine.name().name();
            String field = NamesBack.field(function);
            Optional<ColumnType> type = routine.returns().map(types::known);
            boolean plain = !external
                    || routine.parameters().isEmpty()
                            && NamesBack.isSnakeOf(field, function)
                            && type.filter(FoldSession::isSingle).isPresent();
            if (plain) {
                fields.add(new SessionType.Field(
                        field, function, "pgorm." + function, single(type.orElseThrow()), true, SourceSpan.NONE));
            }
        }
        return new SessionType(fields, external, SourceSpan.NONE);
    }

    /** A field of a session is one value, and one of an array type is that as SQL. */
    private static ColumnType single(ColumnType type) {
        return type.array() ? new ColumnType.Raw(type.sql(), false) : type;
    }

    private static boolean isSingle(ColumnType type) {
        return !type.array()
                && type instanceof ColumnType.Scalar scalar
                && scalar.type().kind() != PgType.Kind.SERIAL;
    }

    /** Whether it is what a field of a session makes. */
    private static boolean isOwn(Routine routine) {
        Matcher body = BODY.matcher(routine.body());
        return routine.kind() == Routine.Kind.FUNCTION
                && routine.language().equals("sql")
                && routine.atomic()
                && routine.volatility() == Routine.Volatility.STABLE
                && routine.parallel() == Routine.Parallel.SAFE
                && routine.parameters().isEmpty()
                && !routine.strict()
                && !routine.securityDefiner()
                && !routine.leakproof()
                && routine.comment().isEmpty()
                && routine.settings().isEmpty()
                && NamesBack.isSnakeOf(
                        NamesBack.field(routine.name().name()), routine.name().name())
                && body.matches()
                && body.group(1).equals(routine.name().name())
                && routine.returns()
                        .filter(returns -> Optional.ofNullable(body.group(2))
                                .map(cast -> cast.substring(2))
                                .orElse("text")
                                .equals(returns))
                        .isPresent();
    }

    /** Whether it is in the schema, or said of it or of something in it. */
    private static boolean isInside(SchemaObject object) {
        Optional<ObjectName> about = Objects.about(object);
        if (about.isPresent()) {
            QualifiedName name = about.get().name();
            boolean global = name.schema().isEmpty();
            return global
                    ? about.get().kind() == ObjectName.Kind.SCHEMA
                            && name.name().equals(SCHEMA)
                    : name.schema().equals(SCHEMA);
        }
        return switch (object) {
            case Namespace namespace -> namespace.name().equals(SCHEMA);
            case Routine routine -> routine.name().schema().equals(SCHEMA);
            default -> Objects.id(object).contains(" " + SCHEMA + ".");
        };
    }

    /** Whether the session makes it too. */
    private static boolean isImplied(SchemaObject object) {
        return switch (object) {
            case Namespace namespace -> namespace.comment().isEmpty();
            case Routine routine -> true;
            case Grant grant ->
                grant.on().kind() == ObjectName.Kind.SCHEMA
                        && !grant.revoke()
                        && !grant.grantable()
                        && grant.grantee().equals(Grant.PUBLIC)
                        && grant.privileges().equals(List.of("USAGE"));
            case Ownership ownership -> false;
            case Comment comment -> false;
            default -> false;
        };
    }
}
