package io.pgorm.sdl.internal.resolve;

import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.diagnostic.SourceSpan;
import io.pgorm.ir.sql.Identifiers;
import io.pgorm.sdl.Codes;
import io.pgorm.sdl.internal.Report;
import io.pgorm.sdl.internal.syntax.Name;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Gives constraints and indexes their names: the author's, or what PostgreSQL itself would choose, numbered as
 * PostgreSQL does where that is taken. For one thread.
 */
final class AssignNames {

    private final Report report;
    /** Tables, their sequences and indexes share one space of names. */
    private final Map<QualifiedName, SourceSpan> relations = new HashMap<>();

    private final Map<QualifiedName, Map<String, SourceSpan>> constraints = new HashMap<>();
    /** PostgreSQL makes up names that no constraint in the same schema of the database has. */
    private final Set<QualifiedName> allConstraints = new HashSet<>();

    AssignNames(Report report) {
        this.report = report;
    }

    /** Takes the names of tables, and those that authors gave to constraints and indexes. */
    void claimGiven(Collection<TableDraft> tables) {
        tables.forEach(table -> relations.putIfAbsent(table.name, table.span));
        for (TableDraft table : tables) {
            for (Unnamed<?> each : table.everything()) {
                each.given().ifPresent(name -> claim(table.name, each, name));
            }
        }
    }

    /** Takes the names that the author gave to parts of something else than a table. */
    void claimGiven(QualifiedName owner, Collection<? extends Unnamed<?>> parts) {
        for (Unnamed<?> each : parts) {
            each.given().ifPresent(name -> claim(owner, each, name));
        }
    }

    /** Takes the name of something that is no table and shares its names with tables. */
    void claimRelation(QualifiedName name, SourceSpan span) {
        relations.putIfAbsent(name, span);
    }

    private void claim(QualifiedName table, Unnamed<?> each, Name name) {
        SourceSpan before = each.index()
                ? relations.putIfAbsent(new QualifiedName(table.schema(), name.text()), name.span())
                : null;
        if (before == null) {
            before = constraints.computeIfAbsent(table, key -> new HashMap<>()).putIfAbsent(name.text(), name.span());
        }
        allConstraints.add(new QualifiedName(table.schema(), name.text()));
        if (before != null) {
            report.error(
                    Codes.CONSTRAINT_NAME_TAKEN,
                    name.span(),
                    "the name \"" + name.text() + "\" is already taken at " + Report.place(before),
                    each.index()
                            ? "an index shares its names with all tables and indexes"
                            : "choose another; the constraints of one table need different names");
        }
    }

    /** The constraint or index with its name. */
    <T> T name(QualifiedName table, Unnamed<T> each) {
        if (each.given().isPresent()) {
            return each.named().apply(each.given().get().text());
        }
        int number = 0;
        QualifiedName name = new QualifiedName(table.schema(), Identifiers.shorten(each.stem(), each.suffix()));
        while (each.index() && relations.containsKey(name) || allConstraints.contains(name)) {
            number++;
            name = new QualifiedName(table.schema(), Identifiers.shorten(each.stem(), each.suffix() + number));
        }
        allConstraints.add(name);
        if (each.index()) {
            relations.put(name, each.span());
        }
        return each.named().apply(name.name());
    }
}
