package io.pgorm.features.rls.internal;

import io.pgorm.features.internal.Attributes;
import io.pgorm.features.internal.OnViews;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.RowSecurity;
import io.pgorm.ir.Schema;
import io.pgorm.ir.Table;
import io.pgorm.ir.View;
import io.pgorm.ir.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Ways by which rows can be read around the policies of their table. For one schema and one thread. */
public final class WaysAround {

    private static final String SECURITY_INVOKER = "security_invoker";

    private final Schema schema;

    private WaysAround(Schema schema) {
        this.schema = schema;
    }

    /** A warning for each view and each partition that shows what policies hide. */
    public static List<Diagnostic> check(Schema schema) {
        WaysAround ways = new WaysAround(schema);
        List<Diagnostic> found = new ArrayList<>();
        schema.views().forEach(view -> ways.view(view).ifPresent(found::add));
        schema.tables().forEach(table -> ways.partition(table).ifPresent(found::add));
        found.addAll(OnViews.refuse(
                schema,
                PolicyCodes.ON_VIEW,
                "put it on the models of the tables that the view reads",
                List.of(PolicyAttribute.NAME, PolicyAttribute.MODE)));
        return found;
    }

    private Optional<Diagnostic> view(View view) {
        String name = Attributes.model(schema, view.name());
        if (view.materialized()) {
            return behind(view, new HashSet<>())
                    .map(table -> Diagnostic.warning(
                                    PolicyCodes.MATERIALIZED,
                                    "the materialized view " + name + " keeps rows of " + table
                                            + ", and no policy stands before them",
                                    view.span())
                            .withHelp("grant it only to roles that may see all of them, or make it a view"));
        }
        if (asCaller(view)) {
            return Optional.empty();
        }
        return behind(view, new HashSet<>())
                .map(table -> Diagnostic.warning(
                                PolicyCodes.VIEW_OF_OWNER,
                                "the view " + name + " reads " + table
                                        + " as its owner, so that the policies for whoever reads the view do not apply",
                                view.span())
                        .withHelp("leave `securityInvoker: false` out of @@with"));
    }

    private static boolean asCaller(View view) {
        return Set.of("true", "on", "yes", "1")
                .contains(view.options().getOrDefault(SECURITY_INVOKER, "false").toLowerCase(Locale.ROOT));
    }

    /** A protected table that is read, be it by other views. */
    private Optional<String> behind(View view, Set<QualifiedName> seen) {
        if (!seen.add(view.name())) {
            return Optional.empty();
        }
        List<QualifiedName> read = TableReads.of(view.query().render()).stream()
                .sorted(Comparator.comparing(QualifiedName::toString))
                .toList();
        for (QualifiedName name : read) {
            Optional<String> found = schema.table(name)
                    .filter(table -> table.rowSecurity() != RowSecurity.DISABLED)
                    .map(table -> Attributes.model(schema, table.name()))
                    .or(() -> schema.view(name).flatMap(next -> behind(next, seen)));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Policies of a partitioned table do not hold for a partition that is read by its own name. */
    private Optional<Diagnostic> partition(Table table) {
        return table.hierarchy()
                .partitionOf()
                .filter(above -> table.rowSecurity() == RowSecurity.DISABLED)
                .flatMap(above -> schema.table(above.parent()))
                .filter(parent -> parent.rowSecurity() != RowSecurity.DISABLED)
                .map(parent -> Diagnostic.warning(
                                PolicyCodes.PARTITION_WITHOUT,
                                "whoever may read " + Attributes.model(schema, table.name())
                                        + " reads around the policies of "
                                        + Attributes.model(schema, parent.name()),
                                table.span())
                        .withHelp("give it the same @@rls, or grant it to nobody"));
    }
}
