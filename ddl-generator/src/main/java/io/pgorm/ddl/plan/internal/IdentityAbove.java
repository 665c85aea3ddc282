package io.pgorm.ddl.plan.internal;

import io.pgorm.ddl.internal.ColumnSql;
import io.pgorm.ddl.internal.SequenceSql;
import io.pgorm.ddl.internal.SqlBuilder;
import io.pgorm.ddl.plan.Lock;
import io.pgorm.ir.Column;
import io.pgorm.ir.ColumnValue;
import io.pgorm.ir.ObjectName.Kind;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.Sequence;
import io.pgorm.ir.diagnostic.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A new identity of a table that others inherit from, which PostgreSQL adds to no such table: the column counts by a
 * sequence while the rows of all tables get their values, and gets its identity then. Stateless.
 */
final class IdentityAbove {

    private IdentityAbove() {}

    /** Whether the column has to come this way. Partitions get an identity with the table above. */
    static boolean is(QualifiedName table, Column column, Frame frame) {
        return column.value() instanceof ColumnValue.Identity
                && frame.from().get(FactId.self(Kind.TABLE, table)).orElse(null) instanceof Fact.OfTable(var whole)
                && whole.hierarchy().partitionedBy().isEmpty()
                && !(OnlineDraft.below(table, frame.from()).isEmpty()
                        && OnlineDraft.below(table, frame.to()).isEmpty());
    }

    /** The statements, of which the first that names the table adds the column. */
    static List<Step> add(QualifiedName table, Column column, Frame frame) {
        ColumnValue.Identity identity = (ColumnValue.Identity) column.value();
        QualifiedName own = Handover.identitySequence(FactId.part(Kind.COLUMN, table, column.name()), identity);
        QualifiedName counter = FreeNames.beside(own, "_rows", frame);
        List<Step> steps = new ArrayList<>();
        steps.add(Step.of(SequenceSql.create(
                new Sequence(counter, identity.options(), Optional.empty(), false, Optional.empty(), column.span()))));
        SqlBuilder add = new SqlBuilder().sql("ALTER TABLE ").name(table).sql(" ADD COLUMN ");
        ColumnSql.append(
                column.withValue(new ColumnValue.Default(io.pgorm.ir.SqlText.of(
                        "nextval(" + io.pgorm.ir.sql.Literals.quote(counter.sql()) + "::regclass)"))),
                add);
        steps.add(Step.of(add.statement(column.span())).locking(Lock.ACCESS_EXCLUSIVE));
        String alter = "ALTER COLUMN " + Removal.quoted(column.name()) + " ";
        steps.add(Removal.alter(table, alter + "DROP DEFAULT"));
        SqlBuilder generated = new SqlBuilder()
                .sql("ADD GENERATED ")
                .sql(identity.always() ? "ALWAYS" : "BY DEFAULT")
                .sql(" AS IDENTITY");
        SequenceSql.appendIdentity(identity.options(), identity.sequence(), generated);
        steps.add(Removal.alter(
                table, alter + generated.statement(SourceSpan.NONE).sql()));
        steps.add(Handover.copy(counter, own));
        steps.add(Step.of("DROP SEQUENCE " + counter.sql(), Lock.ACCESS_EXCLUSIVE));
        return steps;
    }
}
