package io.pgorm.sdl.internal.resolve;

import io.pgorm.ir.ColumnType;
import io.pgorm.ir.PgType;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.SessionType;
import io.pgorm.ir.diagnostic.SourceSpan;
import io.pgorm.ir.sql.Identifiers;
import io.pgorm.sdl.Codes;
import io.pgorm.sdl.internal.Report;
import io.pgorm.sdl.internal.Suggest;
import io.pgorm.sdl.internal.syntax.Attribute;
import io.pgorm.sdl.internal.syntax.Declaration;
import io.pgorm.sdl.internal.syntax.Name;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a request knows of its caller: declared, or implied by a call of {@code auth.uid()}. */
final class ResolveSession {

    private static final String UID = "uid";
    /** A method that every generated Session has. */
    private static final String ROLE_METHOD = "inRole";

    private static final String SETTING_PREFIX = "pgorm.";

    private final Scope scope;

    ResolveSession(Scope scope) {
        this.scope = scope;
    }

    Optional<SessionType> resolve(List<Declaration.Session> blocks) {
        if (blocks.isEmpty()) {
            return implied();
        }
        Declaration.Session block = blocks.getFirst();
        for (Declaration.Session second : blocks.subList(1, blocks.size())) {
            scope.report.error(
                    Codes.DUPLICATE_SESSION,
                    second.span(),
                    "the session is already declared at " + Report.place(block.span()),
                    "put all its fields into one block");
        }
        SessionType session = new SessionType(fields(block), block.external(), block.span());
        if (!block.external() && block.complete()) {
            checkCalls(
                    session.fields().stream().map(SessionType.Field::function).toList());
        }
        return Optional.of(session);
    }

    private Optional<SessionType> implied() {
        checkCalls(List.of(UID));
        return scope.sessionCalls.stream()
                .filter(call -> call.function().equals(UID))
                .findFirst()
                .map(call -> new SessionType(
                        List.of(new SessionType.Field(
                                UID,
                                UID,
                                SETTING_PREFIX + UID,
                                new ColumnType.Scalar(BuiltinTypes.BIG_INT, List.of(), false),
                                false,
                                call.span())),
                        false,
                        call.span()));
    }

    /** A schema may have functions of its own beside those of the session. */
    private boolean isDeclaredFunction(String name) {
        return scope.routines.containsValue(new QualifiedName("auth", name));
    }

    private void checkCalls(List<String> declared) {
        for (Scope.SessionCall call : scope.sessionCalls) {
            if (!declared.contains(call.function()) && !isDeclaredFunction(call.function())) {
                scope.report.error(
                        Codes.UNKNOWN_SESSION_FUNCTION,
                        call.span(),
                        "the session declares no " + call.function() + ", so there is no auth." + call.function()
                                + "()",
                        Suggest.nearest(call.function(), declared)
                                .map(near -> "did you mean auth." + near + "()?")
                                .orElse("declare it: `session { " + call.function()
                                        + " Text }`; if the database brings its own schema auth, write `session"
                                        + " external { }`"));
            }
        }
    }

    private List<SessionType.Field> fields(Declaration.Session block) {
        List<SessionType.Field> fields = new ArrayList<>();
        Map<String, Name> functions = new HashMap<>();
        for (Attribute attribute : block.attributes()) {
            refuseAttribute(attribute);
        }
        for (Declaration.Field field : block.fields()) {
            Name name = field.name();
            field.attributes().forEach(this::refuseAttribute);
            CheckName.javaField(name, "field of the session", "choose another name", scope.report);
            if (name.text().equals(ROLE_METHOD)) {
                scope.report.error(
                        Codes.RESERVED_NAME,
                        name.span(),
                        "Session.inRole(...) takes on a role, so no field of the session can be named so",
                        "choose another name");
            }
            String function = Identifiers.shorten(Names.snake(name.text()), "");
            Name before = functions.putIfAbsent(function, name);
            if (before != null) {
                scope.report.error(
                        Codes.DUPLICATE_NAME,
                        name.span(),
                        "the session already has auth." + function + "(), from " + Report.place(before.span()));
                continue;
            }
            type(field)
                    .ifPresent(type -> fields.add(new SessionType.Field(
                            name.text(),
                            function,
                            SETTING_PREFIX + function,
                            type,
                            field.type().optional() > 0,
                            field.span())));
        }
        return fields;
    }

    private void refuseAttribute(Attribute attribute) {
        scope.report.error(
                Codes.MISPLACED_ATTRIBUTE,
                attribute.span(),
                "the session takes no " + attribute.label(),
                "a field of the session is a name and a type");
    }

    private Optional<ColumnType> type(Declaration.Field field) {
        SourceSpan span = field.type().span();
        if (scope.models.containsKey(field.type().name().text())) {
            refuse(span, "a field of the session is a single value, not a model", "declare the key of the model");
            return Optional.empty();
        }
        Optional<ColumnType> type = new ResolveType(scope).resolve(field);
        boolean serial = type.isPresent()
                && type.get() instanceof ColumnType.Scalar scalar
                && scalar.type().kind() == PgType.Kind.SERIAL;
        if (serial) {
            refuse(span, "a field of the session has no sequence", "write Int or BigInt");
            return Optional.empty();
        }
        if (type.isPresent() && type.get().array()) {
            refuse(span, "a field of the session is a single value, not a list", "remove the []");
            return Optional.empty();
        }
        return type;
    }

    private void refuse(SourceSpan span, String message, String help) {
        scope.report.error(Codes.BAD_SESSION_FIELD, span, message, help);
    }
}
