package io.pgorm.ddl.internal;

import io.pgorm.ddl.DdlStatement;
import io.pgorm.ir.Routine;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;

/** The SQL of a function or a procedure. Stateless. */
public final class RoutineSql {

    private static final Pattern WORD = Pattern.compile("[a-z_][a-z0-9_]*");

    private RoutineSql() {}

    public static DdlStatement create(Routine routine) {
        SqlBuilder sql = new SqlBuilder();
        sql.sql("CREATE ")
                .sql(routine.kind().sql())
                .sql(" ")
                .name(routine.name())
                .sql("(");
        sql.each(parameters(routine, false), ", ", parameter -> appendParameter(parameter, sql));
        sql.sql(")");
        routine.returns().ifPresent(type -> sql.sql(" RETURNS ").sql(type));
        List<Routine.Parameter> columns = parameters(routine, true);
        if (!columns.isEmpty()) {
            sql.sql(" RETURNS TABLE (");
            sql.each(columns, ", ", parameter -> appendParameter(parameter, sql))
                    .sql(")");
        }
        appendOptions(routine, sql);
        routine.settings().forEach((name, value) -> {
            sql.sql("\n    SET ");
            sql.each(List.of(name.split("\\.")), ".", part -> appendWord(part, sql));
            sql.sql(" TO ").sql(value);
        });
        if (routine.atomic()) {
            sql.sql("\n").sql(routine.body().strip());
        } else {
            // the text is kept to the byte
            sql.sql("\nAS ").dollarQuoted(routine.body());
        }
        return sql.statement(routine.span());
    }

    private static List<Routine.Parameter> parameters(Routine routine, boolean table) {
        return routine.parameters().stream()
                .filter(parameter -> (parameter.mode() == Routine.Mode.TABLE) == table)
                .toList();
    }

    private static void appendParameter(Routine.Parameter parameter, SqlBuilder sql) {
        sql.from(parameter.span(), () -> {
            String mode = switch (parameter.mode()) {
                case IN, TABLE -> "";
                case OUT -> "OUT ";
                case INOUT -> "INOUT ";
                case VARIADIC -> "VARIADIC ";
            };
            sql.sql(mode);
            parameter.name().ifPresent(name -> sql.name(name).sql(" "));
            sql.sql(parameter.type());
            parameter.defaultValue().ifPresent(value -> sql.sql(" DEFAULT ").expression(value));
        });
    }

    private static void appendOptions(Routine routine, SqlBuilder sql) {
        sql.sql("\n    LANGUAGE ");
        appendWord(routine.language(), sql);
        sql.sqlIf(routine.kind() == Routine.Kind.WINDOW_FUNCTION, " WINDOW");
        if (routine.volatility() != Routine.Volatility.VOLATILE) {
            sql.sql(" ").sql(routine.volatility().name());
        }
        sql.sqlIf(routine.leakproof(), " LEAKPROOF");
        sql.sqlIf(routine.strict(), " STRICT");
        sql.sqlIf(routine.securityDefiner(), " SECURITY DEFINER");
        if (routine.parallel() != Routine.Parallel.UNSAFE) {
            sql.sql(" PARALLEL ").sql(routine.parallel().name());
        }
        routine.cost().ifPresent(cost -> sql.sql(" COST ").sql(number(cost)));
        routine.rows().ifPresent(rows -> sql.sql(" ROWS ").sql(number(rows)));
        routine.support().ifPresent(function -> sql.sql(" SUPPORT ").sql(function));
    }

    private static String number(double value) {
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }

    private static void appendWord(String word, SqlBuilder sql) {
        if (WORD.matcher(word).matches()) {
            sql.sql(word);
        } else {
            sql.name(word);
        }
    }
}
