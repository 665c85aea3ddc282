package io.pgorm.sdl.internal.write;

import io.pgorm.ir.Constraint;
import io.pgorm.ir.Index;
import io.pgorm.ir.ObjectName;
import io.pgorm.ir.SqlObject;
import io.pgorm.ir.SqlText;
import io.pgorm.ir.Table;
import io.pgorm.sdl.internal.resolve.NameCheck;
import io.pgorm.sdl.internal.resolve.NameIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The constraints of a table: on their field where that says it all, else as lines of the model. */
final class WriteConstraints {

    private final Writing writing;
    private final Table table;
    private final List<Constraint.ForeignKey> relations;

    /** @param relations the foreign keys that fields say */
    WriteConstraints(Writing writing, Table table, List<Constraint.ForeignKey> relations) {
        this.writing = writing;
        this.table = table;
        this.relations = relations;
    }

    private int level(Constraint constraint) {
        return writing.levels().of(Relations.piece(table, constraint));
    }

    private ObjectName object(Constraint constraint) {
        return ObjectName.part(ObjectName.Kind.CONSTRAINT, table.name(), constraint.name());
    }

    /** The name, where PostgreSQL would choose another. */
    private Optional<String> name(Constraint constraint) {
        boolean told = writing.levels().of(WriteModels.namePiece(table, constraint)) > 0
                || writing.repeated().contains(constraint.name());
        return told || !isUsual(constraint)
                ? Optional.of("name: " + Strings.line(constraint.name()))
                : Optional.empty();
    }

    /** Whether the name may be the default one; whether it is, the compiler is asked. */
    private boolean isUsual(Constraint constraint) {
        String stem = table.name().name();
        return switch (constraint) {
            case Constraint.PrimaryKey key -> key.name().equals(stem + "_pkey");
            case Constraint.Unique unique -> {
                List<String> parts = new ArrayList<>(unique.columns());
                parts.addAll(unique.include());
                yield unique.name().equals(stem + "_" + String.join("_", parts) + "_key");
            }
            case Constraint.Check check ->
                check.name()
                        .equals(columnOf(check)
                                        .map(column -> stem + "_" + column)
                                        .orElse(stem) + "_check");
            case Constraint.Exclusion exclusion -> {
                List<String> parts = new ArrayList<>(NameIndex.parts(exclusion.elements().stream()
                        .map(element -> element.key().target())
                        .toList()));
                parts.addAll(exclusion.include());
                yield exclusion.name().equals(stem + "_" + String.join("_", parts) + "_excl");
            }
            case Constraint.ForeignKey key -> false;
            case Constraint.Other other -> false;
        };
    }

    /** The one column that the check reads. */
    private Optional<String> columnOf(Constraint.Check check) {
        return NameCheck.parts(check.expression(), word -> table.column(word).isPresent()).stream()
                .findFirst();
    }

    /** Whether it stands on a field; a comment needs a line of its own. */
    private boolean isOnField(Constraint constraint, String column) {
        if (level(constraint) > 1 || writing.outside().has(object(constraint))) {
            return false;
        }
        return switch (constraint) {
            case Constraint.PrimaryKey key ->
                key.columns().equals(List.of(column))
                        && key.include().isEmpty()
                        && key.deferral() == Constraint.Deferral.NOT_DEFERRABLE;
            case Constraint.Unique unique ->
                unique.columns().equals(List.of(column)) && unique.include().isEmpty();
            case Constraint.Check check ->
                columnOf(check).equals(Optional.of(column)) && name(check).isEmpty();
            case Constraint.Exclusion exclusion -> false;
            case Constraint.ForeignKey key -> false;
            case Constraint.Other other -> false;
        };
    }

    void onField(String column) {
        for (Constraint constraint : table.constraints()) {
            if (isOnField(constraint, column)) {
                int from = writing.page().mark();
                writing.page()
                        .add(" ")
                        .add("@" + word(constraint, false), Relations.piece(table, constraint))
                        .close(from, WriteModels.namePiece(table, constraint));
            }
        }
    }

    void write() {
        for (Constraint constraint : table.constraints()) {
            boolean elsewhere = relations.contains(constraint)
                    || table.columns().stream().anyMatch(column -> isOnField(constraint, column.name()));
            if (!elsewhere) {
                line(constraint);
            }
        }
    }

    private void line(Constraint constraint) {
        Piece piece = Relations.piece(table, constraint);
        if (level(constraint) > 2) {
            writing.blocks()
                    .add(
                            "constraint " + Naming.qualified(table.name()) + "." + constraint.name(),
                            SqlObject.Phase.FOREIGN_KEYS,
                            "ALTER TABLE " + table.name().sql() + " ADD CONSTRAINT "
                                    + io.pgorm.ir.sql.Identifiers.quote(constraint.name()) + " "
                                    + ConstraintText.definition(constraint),
                            writing.levels().reason(piece));
            return;
        }
        Optional<String> documentation = writing.outside().comment(object(constraint));
        boolean raw = level(constraint) == 2
                || constraint instanceof Constraint.ForeignKey
                || constraint instanceof Constraint.Other;
        writing.line(raw ? raw(constraint) : "@@" + word(constraint, true), documentation, piece);
    }

    private static String raw(Constraint constraint) {
        return "@@constraint(" + Strings.text(ConstraintText.definition(constraint)) + ", name: "
                + Strings.line(constraint.name()) + ")";
    }

    private String word(Constraint constraint, boolean line) {
        Naming naming = writing.naming();
        List<String> arguments = new ArrayList<>();
        String word = switch (constraint) {
            case Constraint.PrimaryKey key -> {
                if (line) {
                    arguments.add(naming.fields(table.name(), key.columns()));
                }
                include(key.include(), arguments);
                Words.deferral(key.deferral()).ifPresent(arguments::add);
                yield "id";
            }
            case Constraint.Unique unique -> {
                if (line) {
                    arguments.add(naming.fields(table.name(), unique.columns()));
                }
                if (unique.nullsNotDistinct()) {
                    arguments.add("nullsNotDistinct: true");
                }
                include(unique.include(), arguments);
                Words.deferral(unique.deferral()).ifPresent(arguments::add);
                yield "unique";
            }
            case Constraint.Check check -> {
                arguments.add(Strings.text(check.expression().render()));
                if (!check.inherited()) {
                    arguments.add("noInherit: true");
                }
                if (!check.validated()) {
                    arguments.add("notValid: true");
                }
                yield "check";
            }
            case Constraint.Exclusion exclusion -> {
                exclusion(exclusion, arguments);
                yield "exclude";
            }
            case Constraint.ForeignKey key -> throw new IllegalStateException("a foreign key is a relation");
            case Constraint.Other other -> throw new IllegalStateException("a constraint without a word");
        };
        name(constraint).ifPresent(arguments::add);
        return arguments.isEmpty() ? word : word + "(" + String.join(", ", arguments) + ")";
    }

    private void include(List<String> columns, List<String> arguments) {
        if (!columns.isEmpty()) {
            arguments.add("include: " + writing.naming().fields(table.name(), columns));
        }
    }

    private void exclusion(Constraint.Exclusion exclusion, List<String> arguments) {
        List<Index.Key> keys = exclusion.elements().stream()
                .map(Constraint.Exclusion.Element::key)
                .toList();
        arguments.add(writing.naming().keys(table.name(), keys));
        arguments.add("with: "
                + Strings.list(exclusion.elements().stream()
                        .map(element -> Strings.line(element.operator()))
                        .toList()));
        arguments.add("type: " + exclusion.method().toUpperCase(Locale.ROOT));
        WriteIndexes.perKey(keys, arguments);
        exclusion.where().map(SqlText::render).ifPresent(where -> arguments.add("where: " + Strings.text(where)));
        include(exclusion.include(), arguments);
        Words.deferral(exclusion.deferral()).ifPresent(arguments::add);
    }
}
