package io.pgorm.sdl.internal.resolve;

import io.pgorm.ir.ObjectName;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.Routine;
import io.pgorm.ir.SqlText;
import io.pgorm.ir.diagnostic.SourceSpan;
import io.pgorm.sdl.Codes;
import io.pgorm.sdl.internal.Report;
import io.pgorm.sdl.internal.resolve.ReadRoutineOptions.Options;
import io.pgorm.sdl.internal.resolve.ReadSignature.Signature;
import io.pgorm.sdl.internal.resolve.SortAttributes.Sorted;
import io.pgorm.sdl.internal.syntax.Declaration;
import io.pgorm.sdl.internal.syntax.StringValue;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Functions and procedures. */
final class ResolveRoutine {

    /** Languages in whose bodies braces stand for names. */
    private static final Set<String> SQL_LANGUAGES = Set.of("sql", "plpgsql");

    /** What a procedure has not. */
    private static final List<String> OF_FUNCTIONS =
            List.of("volatility", "strict", "leakproof", "parallel", "cost", "rows", "window", "support");

    private final Scope scope;
    private final SortAttributes sort;
    private final Satellites satellites;
    private final Map<Identity, SourceSpan> taken = new HashMap<>();

    ResolveRoutine(Scope scope) {
        this.scope = scope;
        this.sort = new SortAttributes(scope);
        this.satellites = new Satellites(scope);
    }

    private record Identity(QualifiedName name, List<String> arguments) {}

    Optional<Routine> resolve(Declaration.Routine node) {
        Sorted attributes = sort.of(
                node.attributes(),
                Satellites.names(node.procedure() ? ObjectName.Kind.PROCEDURE : ObjectName.Kind.FUNCTION),
                node.procedure() ? "a procedure" : "a function");
        QualifiedName name =
                satellites.name(node.attributes(), Names.snake(node.name().text()));
        Signature signature = new ReadSignature(scope).read(node);
        ReadRoutineOptions reader = new ReadRoutineOptions(scope, node);
        Options options = reader.read();
        if (!node.complete()) {
            return Optional.empty();
        }
        new CheckSignature(scope, node, signature).check(options.language());
        checkOptions(node, reader, signature);
        Optional<String> body = node.body().flatMap(string -> body(string, options));
        if (body.isEmpty() || !signature.sound()) {
            return Optional.empty();
        }
        Routine routine = new Routine(
                name,
                kind(node, options),
                signature.parameters(),
                signature.returns(),
                options.language(),
                body.get(),
                options.atomic(),
                options.volatility(),
                options.strict(),
                options.leakproof(),
                options.definer(),
                options.parallel(),
                options.cost(),
                options.rows(),
                options.support(),
                options.settings(),
                node.documentation(),
                node.span());
        claim(node, routine);
        scope.said.addAll(satellites.read(attributes, ObjectName.routine(routine)));
        return Optional.of(routine);
    }

    private static Routine.Kind kind(Declaration.Routine node, Options options) {
        if (node.procedure()) {
            return Routine.Kind.PROCEDURE;
        }
        return options.window() ? Routine.Kind.WINDOW_FUNCTION : Routine.Kind.FUNCTION;
    }

    private void checkOptions(Declaration.Routine node, ReadRoutineOptions options, Signature signature) {
        if (node.procedure()) {
            for (String option : OF_FUNCTIONS) {
                options.span(option)
                        .ifPresent(span -> scope.report.error(
                                Codes.OPTION_NOT_ALLOWED,
                                span,
                                "a procedure is called on its own, so that " + option + " says nothing of it",
                                "leave it out"));
            }
        } else if (!signature.set()) {
            options.span("rows")
                    .ifPresent(span -> scope.report.error(
                            Codes.OPTION_NOT_ALLOWED,
                            span,
                            "rows is for a function that returns a set, and this one returns one value",
                            "leave it out, or write `returns setof`"));
        }
    }

    private Optional<String> body(StringValue string, Options options) {
        if (options.atomic()) {
            return ResolveSql.body(scope, string)
                    .map(sql -> sql.render().strip())
                    .filter(sql -> isAtomic(sql, string));
        }
        return SQL_LANGUAGES.contains(options.language())
                ? ResolveSql.body(scope, string).map(SqlText::render)
                : Optional.of(string.text());
    }

    private boolean isAtomic(String sql, StringValue string) {
        String upper = sql.toUpperCase(Locale.ROOT);
        boolean good = upper.startsWith("RETURN") || upper.startsWith("BEGIN");
        if (!good) {
            scope.report.error(
                    Codes.BAD_SQL,
                    string.span(),
                    "the body of an atomic function is one RETURN, or statements between BEGIN ATOMIC and END",
                    "write it so, or leave out atomic");
        }
        return good;
    }

    private void claim(Declaration.Routine node, Routine routine) {
        SourceSpan before =
                taken.putIfAbsent(new Identity(routine.name(), CheckSignature.identity(routine)), node.span());
        if (before != null) {
            scope.report.error(
                    Codes.DATABASE_NAME_TAKEN,
                    node.span(),
                    "the function \"" + routine.name() + "\" with these parameters is already that of "
                            + Report.place(before),
                    "functions of one name differ in the types of what goes in");
        }
    }
}
