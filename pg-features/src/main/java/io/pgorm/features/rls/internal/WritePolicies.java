package io.pgorm.features.rls.internal;

import io.pgorm.features.internal.AttributeText;
import io.pgorm.features.internal.Comments;
import io.pgorm.ir.ObjectName;
import io.pgorm.ir.Policy;
import io.pgorm.ir.Policy.Command;
import io.pgorm.ir.RowSecurity;
import io.pgorm.ir.Schema;
import io.pgorm.ir.SqlText;
import io.pgorm.ir.Table;
import io.pgorm.ir.diagnostic.Severity;
import io.pgorm.ir.spi.SchemaNames;
import io.pgorm.ir.spi.Written;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Policies as attributes. For one schema and one thread. */
public final class WritePolicies {

    private final Schema schema;
    private final SchemaNames names;
    private final List<Written.Attribute> attributes = new ArrayList<>();
    private final Set<ObjectName> written = new HashSet<>();

    private WritePolicies(Schema schema, SchemaNames names) {
        this.schema = schema;
        this.names = names;
    }

    /**
     * Attributes for the policies of all tables that have a model, except where they would be an error: policies that
     * nobody passes are left to be written as SQL.
     */
    public static Written write(Schema schema, SchemaNames names) {
        WritePolicies writer = new WritePolicies(schema, names);
        Schema rest = schema.mapTables(writer::left);
        return new Written(writer.attributes, Comments.without(rest, writer.written));
    }

    private Table left(Table table) {
        boolean plain =
                table.rowSecurity() == RowSecurity.DISABLED && table.policies().isEmpty();
        if (plain || names.model(table.name()).isEmpty() || !isWritable(table)) {
            return table;
        }
        mode(table).ifPresent(mode -> add(table, "@@rls.mode(" + mode + ")", Optional.empty()));
        Set<Command> seen = new HashSet<>();
        for (Policy policy : table.policies()) {
            ObjectName name = ObjectName.part(ObjectName.Kind.POLICY, table.name(), policy.name());
            boolean first = policy.name().equals(Policies.firstName(table.name(), policy.command()))
                    && seen.add(policy.command());
            add(table, text(policy, first), Comments.on(schema, name));
            written.add(name);
        }
        return table.withRowSecurity(RowSecurity.DISABLED, List.of());
    }

    private void add(Table table, String text, Optional<String> documentation) {
        attributes.add(new Written.Attribute(table.name(), Optional.empty(), text, documentation));
    }

    /** Policies alone mean forced. */
    private static Optional<String> mode(Table table) {
        boolean meant =
                table.rowSecurity() == RowSecurity.FORCED && !table.policies().isEmpty();
        return meant ? Optional.empty() : Optional.of(table.rowSecurity().name().toLowerCase(Locale.ROOT));
    }

    private boolean isWritable(Table table) {
        Schema one = Schema.EMPTY.withObjects(List.of(table));
        boolean refused =
                PolicyChecks.check(one).stream().anyMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
        return !refused
                && !PolicyRecursion.concerns(schema, table)
                && table.policies().stream().allMatch(WritePolicies::isKept);
    }

    /** Whether it comes back as it is: a call for each row would come back as one for the statement. */
    private static boolean isKept(Policy policy) {
        return Stream.of(policy.using(), policy.check())
                .flatMap(Optional::stream)
                .allMatch(sql -> EvaluateOnce.apply(sql).render().equals(sql.render()));
    }

    private String text(Policy policy, boolean defaultName) {
        return new AttributeText(PolicyAttribute.NAME)
                .add(PolicyAttribute.USING, policy.using().map(SqlText::render).map(names::sql))
                .add(PolicyAttribute.CHECK, policy.check().map(SqlText::render).map(names::sql))
                .addIf(
                        policy.command() != Command.ALL,
                        PolicyAttribute.FOR,
                        policy.command().name().toLowerCase(Locale.ROOT))
                .addList(
                        PolicyAttribute.TO,
                        policy.roles().stream().map(names::name).toList())
                .addIf(!policy.permissive(), PolicyAttribute.AS, PolicyAttribute.RESTRICTIVE)
                .addIf(!defaultName, PolicyAttribute.POLICY_NAME, names.text(policy.name()))
                .toString();
    }
}
