package io.pgorm.migrations.create;

import io.pgorm.ddl.plan.Hazard;
import io.pgorm.ddl.plan.Lock;
import io.pgorm.ddl.plan.Plan;
import io.pgorm.ddl.plan.PlannedStatement;
import io.pgorm.ddl.plan.PlannedStatement.Execution;
import io.pgorm.migrations.diff.Way;
import io.pgorm.migrations.file.MigrationFile;
import io.pgorm.migrations.file.MigrationGroup;
import io.pgorm.migrations.file.MigrationStatement;
import io.pgorm.migrations.lint.Finding;
import io.pgorm.migrations.lint.Linter;
import io.pgorm.migrations.recognize.Change;
import io.pgorm.migrations.recognize.Recognize;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What stands in a file as a plan, whoever wrote it. Stateless. */
final class FilePlan {

    private FilePlan() {}

    static Plan of(MigrationFile file) {
        List<Finding> findings = Linter.lint(file.fileName(), file.text(), file.isTransactional(), false);
        List<PlannedStatement> statements = new ArrayList<>();
        for (MigrationGroup group : file.groups()) {
            Execution execution = group.transaction() ? Execution.NEW_TRANSACTION : Execution.ALONE;
            for (MigrationStatement statement : group.statements()) {
                statements.add(planned(statement, execution, findings));
                execution = Execution.TRANSACTIONAL;
            }
        }
        return new Plan(statements);
    }

    /** The way back that a file describes; none where there is no file, or it says why. */
    static Way wayBack(Optional<MigrationFile> file) {
        if (file.isEmpty()) {
            return new Way.Impossible("there is no file that takes it back");
        }
        return file.get()
                .head()
                .irreversible()
                .<Way>map(Way.Impossible::new)
                .orElseGet(() -> new Way.Planned(of(file.get())));
    }

    private static PlannedStatement planned(MigrationStatement statement, Execution execution, List<Finding> findings) {
        return statement
                .note()
                .map(note ->
                        new PlannedStatement(statement.sql(), note.object(), note.lock(), note.hazards(), execution))
                .orElseGet(() -> handWritten(statement, execution, findings));
    }

    /** Of a statement that nobody described no lock is a surprise, and no change of the rows that it is there to change. */
    private static PlannedStatement handWritten(
            MigrationStatement statement, Execution execution, List<Finding> findings) {
        Set<Hazard> hazards = EnumSet.noneOf(Hazard.class);
        String object = statement.objects().stream().findFirst().orElse("line " + statement.line());
        for (Finding finding : findings) {
            if (finding.line() == statement.line() && finding.hazard().isPresent()) {
                hazards.add(finding.hazard().get());
                object = finding.hazard().get() == Hazard.DELETES_DATA ? finding.object() : object;
            }
        }
        if (Recognize.change(statement.sql()) instanceof Change.WriteRows rows) {
            hazards.add(Hazard.DELETES_DATA);
            object = "table " + rows.table();
        }
        return new PlannedStatement(statement.sql(), object, Lock.ACCESS_EXCLUSIVE, hazards, execution);
    }
}
