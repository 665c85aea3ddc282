package io.pgorm.sdl.internal.resolve;

import io.pgorm.ir.ColumnType;
import io.pgorm.ir.ColumnValue;
import io.pgorm.ir.PgType;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.SequenceOptions;
import io.pgorm.sdl.Codes;
import io.pgorm.sdl.internal.resolve.ModelScope.ColumnScope;
import io.pgorm.sdl.internal.syntax.Attribute;
import java.util.List;
import java.util.Optional;

/** An identity column: how it counts. */
final class ResolveIdentity {

    private static final List<String> OPTIONS =
            List.of("start", "increment", "min", "max", "cache", "cycle", "sequence");

    private final Scope scope;
    private final QualifiedName table;

    ResolveIdentity(Scope scope, QualifiedName table) {
        this.scope = scope;
        this.table = table;
    }

    ColumnValue resolve(ColumnScope field, ColumnType type, Attribute attribute) {
        Arguments arguments = Arguments.read(attribute, List.of("kind"), OPTIONS, scope.report);
        boolean byDefault = arguments
                .word("kind", List.of("always", "byDefault"))
                .map(word -> word.equals("byDefault"))
                .orElse(false);
        boolean whole = type instanceof ColumnType.Scalar scalar
                && !scalar.array()
                && scalar.type().kind() == PgType.Kind.INTEGER;
        if (!whole) {
            scope.report.error(
                    Codes.BAD_IDENTITY,
                    attribute.span(),
                    "@identity counts, and " + field.name() + " is of type "
                            + field.node().type().name() + (type.array() ? "[]" : ""),
                    "it stands on SmallInt, Int or BigInt");
            return ColumnValue.NONE;
        }
        SequenceOptions options = new SequenceOptions(
                Optional.empty(),
                arguments.whole("start"),
                arguments.whole("increment"),
                arguments.whole("min"),
                arguments.whole("max"),
                arguments.whole("cache"),
                arguments.bool("cycle").orElse(false));
        Optional<QualifiedName> sequence = arguments.qualifiedName("sequence").map(this::besideTable);
        if (arguments.sound()) {
            new CheckSequence(scope).check(withType(options, type), arguments.span());
        }
        return new ColumnValue.Identity(!byDefault, options, sequence);
    }

    /** PostgreSQL keeps the sequence of an identity in the schema of its table. */
    private QualifiedName besideTable(QualifiedName given) {
        return given.schema().equals(QualifiedName.DEFAULT_SCHEMA)
                ? new QualifiedName(table.schema(), given.name())
                : given;
    }

    private static SequenceOptions withType(SequenceOptions options, ColumnType type) {
        return new SequenceOptions(
                Optional.of(type.sql()),
                options.start(),
                options.increment(),
                options.minimum(),
                options.maximum(),
                options.cache(),
                options.cycle());
    }
}
