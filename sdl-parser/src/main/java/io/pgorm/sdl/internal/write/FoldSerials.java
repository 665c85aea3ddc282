package io.pgorm.sdl.internal.write;

import io.pgorm.ir.Column;
import io.pgorm.ir.ColumnType;
import io.pgorm.ir.ColumnValue;
import io.pgorm.ir.ObjectName;
import io.pgorm.ir.Ownership;
import io.pgorm.ir.PgType;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.Schema;
import io.pgorm.ir.SchemaObject;
import io.pgorm.ir.Sequence;
import io.pgorm.ir.SequenceOptions;
import io.pgorm.ir.SqlText;
import io.pgorm.ir.Table;
import io.pgorm.sdl.internal.resolve.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A column with the sequence that it owns becomes a {@code Serial}, where both are exactly what PostgreSQL makes of one
 * and nothing else is said of the sequence. Stateless.
 */
final class FoldSerials {

    private static final Pattern NEXT = Pattern.compile("nextval\\('((?:[^']|'')+)'::regclass\\)");
    private static final Map<String, String> SERIALS =
            Map.of("SmallInt", "SmallSerial", "Int", "Serial", "BigInt", "BigSerial");

    private FoldSerials() {}

    static Schema fold(Schema schema, Vocabulary vocabulary) {
        Map<QualifiedName, Sequence> folded = new HashMap<>();
        Schema columns = schema.mapTables(table -> table.withColumns(table.columns().stream()
                .map(column -> {
                    Optional<Sequence> sequence = sequence(schema, table, column);
                    sequence.ifPresent(each -> folded.put(each.name(), each));
                    return sequence.isPresent() ? serial(column, vocabulary) : column;
                })
                .toList()));
        if (folded.isEmpty()) {
            return schema;
        }
        List<SchemaObject> kept = new ArrayList<>(columns.objects());
        kept.removeIf(object -> object instanceof Sequence sequence && folded.containsKey(sequence.name())
                || object instanceof Ownership ownership
                        && ownership.of().kind() == ObjectName.Kind.SEQUENCE
                        && folded.containsKey(ownership.of().name()));
        return columns.withObjects(kept);
    }

    private static Column serial(Column column, Vocabulary vocabulary) {
        PgType serial = Objects.requireNonNull(vocabulary
                .types()
                .get(SERIALS.get(((ColumnType.Scalar) column.type()).type().name())));
        return column.withType(new ColumnType.Scalar(serial, List.of(), false)).withValue(ColumnValue.NONE);
    }

    private static Optional<Sequence> sequence(Schema schema, Table table, Column column) {
        boolean counts = column.type() instanceof ColumnType.Scalar scalar
                && !scalar.array()
                && SERIALS.containsKey(scalar.type().name())
                && !column.nullable();
        if (!counts || !(column.value() instanceof ColumnValue.Default(SqlText expression))) {
            return Optional.empty();
        }
        Matcher next = NEXT.matcher(expression.render());
        if (!next.matches()) {
            return Optional.empty();
        }
        QualifiedName expected =
                new QualifiedName(table.name().schema(), table.name().name() + "_" + column.name() + "_seq");
        return SqlNames.qualified(next.group(1).replace("''", "'"))
                .filter(name -> name.equals(expected))
                .flatMap(name -> schema.objects(Sequence.class).stream()
                        .filter(each -> each.name().equals(name))
                        .findFirst())
                .filter(each -> isPlain(each, column.type().sql(), table, column)
                        && isSilent(schema, each, table)
                        && users(schema, expression.render()) == 1);
    }

    /** How many columns take their values from it: what others use has to be there by its name. */
    private static long users(Schema schema, String next) {
        return schema.tables().stream()
                .flatMap(table -> table.columns().stream())
                .filter(column -> column.value() instanceof ColumnValue.Default(SqlText expression)
                        && expression.render().contains(next))
                .count();
    }

    private static boolean isPlain(Sequence sequence, String type, Table table, Column column) {
        SequenceOptions options = sequence.options();
        return options.type().orElse("bigint").equals(type)
                && List.of(options.start(), options.increment(), options.minimum(), options.maximum(), options.cache())
                        .stream()
                        .allMatch(OptionalLong::isEmpty)
                && !options.cycle()
                && sequence.unlogged() == table.storage().unlogged()
                && sequence.comment().isEmpty()
                && sequence.ownedBy().equals(Optional.of(new Sequence.Owner(table.name(), column.name())));
    }

    /** An owned sequence has the owner of its table; anything else said of it needs its own declaration. */
    private static boolean isSilent(Schema schema, Sequence sequence, Table table) {
        ObjectName name = ObjectName.of(ObjectName.Kind.SEQUENCE, sequence.name());
        ObjectName tableName = ObjectName.of(ObjectName.Kind.TABLE, table.name());
        Optional<String> owner = owner(schema, name);
        return owner.equals(owner(schema, tableName))
                && schema.objects().stream().noneMatch(object -> switch (object) {
                    case io.pgorm.ir.Grant grant -> grant.on().equals(name);
                    case io.pgorm.ir.Comment comment -> comment.on().equals(name);
                    default -> false;
                });
    }

    private static Optional<String> owner(Schema schema, ObjectName of) {
        return schema.objects(Ownership.class).stream()
                .filter(each -> each.of().equals(of))
                .map(Ownership::owner)
                .findFirst();
    }
}
