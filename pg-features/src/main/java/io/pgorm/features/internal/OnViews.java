package io.pgorm.features.internal;

import io.pgorm.ir.Schema;
import io.pgorm.ir.View;
import io.pgorm.ir.diagnostic.Diagnostic;
import java.util.List;

/** Attributes of tables that stand on a view. Stateless. */
public final class OnViews {

    private OnViews() {}

    /** An error for each use of these attributes on a view. */
    public static List<Diagnostic> refuse(Schema schema, String code, String help, List<String> attributes) {
        return schema.views().stream()
                .map(View::name)
                .flatMap(view -> attributes.stream()
                        .flatMap(name -> Attributes.of(schema, view, name).stream())
                        .map(use -> Diagnostic.error(
                                        code,
                                        "@@" + use.name() + " is for tables, and " + Attributes.model(schema, view)
                                                + " is a view",
                                        use.span())
                                .withHelp(help)))
                .toList();
    }
}
