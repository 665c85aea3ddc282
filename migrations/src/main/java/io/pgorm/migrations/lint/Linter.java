package io.pgorm.migrations.lint;

import io.pgorm.ddl.plan.Lock;
import io.pgorm.ir.sql.SqlScanner;
import io.pgorm.migrations.file.TransactionWords;
import io.pgorm.migrations.recognize.Change;
import io.pgorm.migrations.recognize.Recognize;
import io.pgorm.migrations.recognize.TableChange;
import io.pgorm.migrations.script.ScriptException;
import io.pgorm.migrations.script.ScriptStatement;
import io.pgorm.migrations.script.SqlScript;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks through one file of SQL, statement by statement, without a server. What a statement does to a table that the
 * file itself has made hurts nobody and is not found. Used by one thread, once.
 */
public final class Linter {

    private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"]|\"\")+)\"|[A-Za-z_][A-Za-z0-9_$]{63,}");

    private final String file;
    private final boolean inTransaction;
    private final boolean wantsTimeouts;
    private final List<Finding> findings = new ArrayList<>();
    private final FileState state = new FileState();
    private boolean begun;

    private Linter(String file, boolean inTransaction, boolean wantsTimeouts) {
        this.file = file;
        this.inTransaction = inTransaction;
        this.wantsTimeouts = wantsTimeouts;
    }

    /**
     * All findings in the order of the lines.
     *
     * @param inTransaction whether who runs the file has it in a transaction
     * @param wantsTimeouts whether the file must set its timeouts itself
     * @throws ScriptException where the text cannot be cut into statements
     */
    public static List<Finding> lint(String file, String text, boolean inTransaction, boolean wantsTimeouts) {
        Linter linter = new Linter(file, inTransaction, wantsTimeouts);
        List<ScriptStatement> statements = SqlScript.of(file, text).statements();
        statements.forEach(linter::statement);
        if (linter.begun) {
            linter.at(statements.getLast()).found(Rule.BAN_UNCOMMITTED_TRANSACTION, "transaction", Lock.NONE);
        }
        return List.copyOf(linter.findings);
    }

    private Report at(ScriptStatement statement) {
        return (rule, object, lock) -> findings.add(new Finding(file, statement.line(), rule, object, lock));
    }

    private void statement(ScriptStatement statement) {
        Report report = at(statement);
        if (TransactionWords.begins(statement) || TransactionWords.commits(statement)) {
            if (inTransaction || begun == TransactionWords.begins(statement)) {
                report.found(Rule.TRANSACTION_NESTING, "transaction", Lock.NONE);
            }
            begun = TransactionWords.begins(statement);
            state.commit();
            return;
        }
        if (!begun && !inTransaction) {
            state.commit();
        }
        names(statement.sql(), report);
        Change change = Recognize.change(statement.sql());
        int before = findings.size();
        check(change, report);
        boolean strong = findings.subList(before, findings.size()).stream()
                .anyMatch(finding -> finding.lock().compareTo(Lock.SHARE) >= 0);
        if (strong && wantsTimeouts && state.missesTimeout()) {
            report.found(Rule.REQUIRE_TIMEOUT_SETTINGS, findings.get(before).object(), Lock.NONE);
        }
        state.made().see(change);
    }

    private static void names(String sql, Report report) {
        Matcher match = QUOTED.matcher(withoutLiterals(sql));
        while (match.find()) {
            String name =
                    match.group(1) == null ? match.group() : match.group(1).replace("\"\"", "\"");
            if (name.getBytes(StandardCharsets.UTF_8).length > 63) {
                report.found(Rule.IDENTIFIER_TOO_LONG, name, Lock.NONE);
            }
        }
    }

    private static String withoutLiterals(String sql) {
        StringBuilder code = new StringBuilder();
        SqlScanner.scan(sql).forEach(segment -> {
            switch (segment.kind()) {
                case CODE, QUOTED_IDENTIFIER -> code.append(segment.text());
                case LITERAL, COMMENT -> code.append(' ');
            }
        });
        return code.toString();
    }

    private void check(Change change, Report report) {
        switch (change) {
            case Change.AlterTable(String table, List<TableChange> clauses) -> {
                boolean isNew = state.made().has(table);
                CheckTable check = new CheckTable(state, isNew ? onNewTable(report) : report);
                clauses.forEach(clause -> check.check(table, clause));
            }
            case Change.CreateTable table ->
                table.columns().forEach(column -> CheckTypes.check(table.table(), column, report));
            case Change.SetTimeout ignored -> state.timeoutIsSet();
            default -> new CheckObjects(state, report, begun || inTransaction).check(change);
        }
    }

    /** Advice holds for new tables too. */
    private static Report onNewTable(Report report) {
        return (rule, object, lock) -> {
            if (rule.hazard().isEmpty()) {
                report.found(rule, object, lock);
            }
        };
    }
}
