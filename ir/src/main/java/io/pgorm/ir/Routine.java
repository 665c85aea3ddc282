package io.pgorm.ir;

import io.pgorm.ir.diagnostic.SourceSpan;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A function or a procedure.
 *
 * @param parameters in order, those of {@code RETURNS TABLE} among them with {@link Mode#TABLE}
 * @param returns the type as it stands behind RETURNS, {@code SETOF public.users}, {@code trigger}; absent for a
 *     procedure, for RETURNS TABLE, and where output parameters say it
 * @param language in lower case
 * @param body the text of it, or with {@code atomic} SQL that PostgreSQL parses: {@code BEGIN ATOMIC ... END} or
 *     {@code RETURN ...}
 * @param cost estimated cost of a call, in units of {@code cpu_operator_cost}, where it is not the language's default
 * @param rows estimated number of rows of a set, where it is not 1000
 * @param support the planner support function
 * @param settings configuration parameters while it runs, in order; the values as SQL that may stand behind {@code SET
 *     name TO}
 */
public record Routine(
        QualifiedName name,
        Kind kind,
        List<Parameter> parameters,
        Optional<String> returns,
        String language,
        String body,
        boolean atomic,
        Volatility volatility,
        boolean strict,
        boolean leakproof,
        boolean securityDefiner,
        Parallel parallel,
        OptionalDouble cost,
        OptionalDouble rows,
        Optional<String> support,
        Map<String, String> settings,
        Optional<String> comment,
        SourceSpan span)
        implements SchemaObject {

    public Routine {
        parameters = List.copyOf(parameters);
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    public enum Kind {
        FUNCTION,
        WINDOW_FUNCTION,
        PROCEDURE;

        /** The word in DDL. */
        public String sql() {
            return this == PROCEDURE ? "PROCEDURE" : "FUNCTION";
        }
    }

    public enum Mode {
        IN,
        OUT,
        INOUT,
        VARIADIC,
        /** A column of RETURNS TABLE. */
        TABLE
    }

    public enum Volatility {
        IMMUTABLE,
        STABLE,
        VOLATILE
    }

    public enum Parallel {
        SAFE,
        RESTRICTED,
        UNSAFE
    }

    /**
     * @param type as SQL
     * @param defaultValue an expression
     */
    public record Parameter(
            Mode mode, Optional<String> name, String type, Optional<SqlText> defaultValue, SourceSpan span) {}

    /**
     * The types by which PostgreSQL tells it from others of its name, as SQL.
     *
     * <p>For a procedure, output parameters too (PostgreSQL 14).
     */
    public List<String> argumentTypes() {
        return parameters.stream()
                .filter(parameter ->
                        parameter.mode() != Mode.TABLE && (kind == Kind.PROCEDURE || parameter.mode() != Mode.OUT))
                .map(Parameter::type)
                .toList();
    }
}
