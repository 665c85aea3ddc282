package io.pgorm.sdl.internal.resolve;

import io.pgorm.ir.ColumnType;
import io.pgorm.ir.Constraint.ReferentialAction;
import io.pgorm.ir.PgType;
import io.pgorm.ir.diagnostic.SourceSpan;
import io.pgorm.sdl.Codes;
import io.pgorm.sdl.internal.Report;
import io.pgorm.sdl.internal.resolve.MatchRelations.Direct;
import io.pgorm.sdl.internal.resolve.ModelScope.ColumnScope;
import io.pgorm.sdl.internal.resolve.ResolveKeys.Key;
import io.pgorm.sdl.internal.syntax.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Whether a foreign key can be: what PostgreSQL would refuse, and what the two sides say of each other. */
final class CheckForeignKey {

    /** Types of which PostgreSQL compares any two; a number may also refer to a key of one further down this list. */
    private static final List<Set<String>> NUMBERS =
            List.of(Set.of("smallint", "integer", "bigint"), Set.of("numeric"), Set.of("real", "double precision"));

    private static final List<Set<String>> OTHERS = List.of(
            Set.of("text", "char"), Set.of("date", "timestamp", "timestamp with time zone"), Set.of("inet", "cidr"));

    private final Scope scope;
    private final Report report;
    private final Map<ModelScope, List<Key>> keys;
    private final Direct direct;
    private final RelationEnd owner;
    private final Arguments arguments;

    CheckForeignKey(Scope scope, Map<ModelScope, List<Key>> keys, Direct direct, Arguments arguments) {
        this.scope = scope;
        this.report = scope.report;
        this.keys = keys;
        this.direct = direct;
        this.owner = direct.owner();
        this.arguments = arguments;
    }

    /** Whether all is well; each thing that is not is reported. */
    boolean check(
            List<ColumnScope> local, List<ColumnScope> remote, ReferentialAction onDelete, ReferentialAction onUpdate) {
        if (!isCountSame(local, remote)) {
            return false;
        }
        boolean sound = isKey(remote);
        sound &= areTypesSame(local, remote);
        sound &= isNullabilitySame(local);
        sound &= canAct("onDelete", local, onDelete);
        sound &= canAct("onUpdate", local, onUpdate);
        sound &= isBackFitting(local);
        return sound;
    }

    private boolean isCountSame(List<ColumnScope> local, List<ColumnScope> remote) {
        if (local.size() == remote.size()) {
            return true;
        }
        report.error(
                Codes.BAD_RELATION_FIELDS,
                arguments.span(),
                "the relation has " + count(local.size()) + " and references " + count(remote.size()) + " of "
                        + owner.target().name(),
                "fields: and references: pair up one by one");
        return false;
    }

    private static String count(int size) {
        return size + (size == 1 ? " field" : " fields");
    }

    private boolean isKey(List<ColumnScope> remote) {
        List<Key> known = keys.getOrDefault(owner.target(), List.of());
        if (known.stream().anyMatch(key -> key.isOver(remote) && key.referable())) {
            return true;
        }
        if (!owner.target().complete()) {
            return false;
        }
        String names = remote.stream().map(ColumnScope::name).collect(Collectors.joining(", "));
        boolean deferrable = known.stream().anyMatch(key -> key.isOver(remote));
        String all = remote.size() == 1
                ? owner.target().name() + "." + names
                : owner.target().name() + " [" + names + "]";
        report.error(
                Codes.NOT_A_KEY,
                arguments.value("references").map(Value::span).orElse(arguments.span()),
                deferrable
                        ? all + " is a deferrable key, which PostgreSQL lets no foreign key reference"
                        : all + " is not unique, so no foreign key can reference it",
                deferrable
                        ? "leave out its deferrable:"
                        : remote.size() == 1
                                ? "add @unique to it, or reference the primary key"
                                : "add `@@unique([" + names + "])` to "
                                        + owner.target().name());
        return false;
    }

    private boolean areTypesSame(List<ColumnScope> local, List<ColumnScope> remote) {
        boolean same = true;
        for (int i = 0; i < local.size() && i < remote.size(); i++) {
            Optional<ColumnType> ours = local.get(i).type();
            Optional<ColumnType> theirs = remote.get(i).type();
            if (ours.isEmpty() || theirs.isEmpty() || family(ours.get()).equals(family(theirs.get()))) {
                continue;
            }
            boolean comparable = areComparable(family(ours.get()), family(theirs.get()));
            same &= comparable;
            String text = owner.model().name() + "." + local.get(i).name() + " is " + written(local.get(i)) + ", "
                    + owner.target().name() + "." + remote.get(i).name() + ", which it references, is "
                    + written(remote.get(i));
            SourceSpan place = local.get(i).node().type().span();
            String cure = "write `" + local.get(i).name() + " " + wanted(remote.get(i))
                    + (local.get(i).nullable() ? "?" : "") + "`";
            if (comparable) {
                report.warning(Codes.FOREIGN_KEY_TYPES_DIFFER, place, text, cure);
            } else {
                report.error(Codes.RELATION_TYPE_MISMATCH, place, text, cure);
            }
        }
        return same;
    }

    /** Whether PostgreSQL has an equality of the two that an index of the key can answer. */
    private static boolean areComparable(String ours, String theirs) {
        int number = group(NUMBERS, ours);
        int other = group(OTHERS, ours);
        return ours.equals(theirs)
                || number >= 0 && number <= group(NUMBERS, theirs)
                || other >= 0 && other == group(OTHERS, theirs);
    }

    private static int group(List<Set<String>> groups, String type) {
        return IntStream.range(0, groups.size())
                .filter(i -> groups.get(i).contains(type))
                .findFirst()
                .orElse(-1);
    }

    private static String written(ColumnScope column) {
        return column.node().type().name() + (column.node().type().list() > 0 ? "[]" : "");
    }

    /** The type to give to a field that references this one. */
    static String wanted(ColumnScope column) {
        return column.type()
                .filter(ColumnType.Scalar.class::isInstance)
                .map(ColumnType.Scalar.class::cast)
                .filter(scalar -> scalar.type().kind() == PgType.Kind.SERIAL)
                .map(scalar -> BuiltinTypes.counter(scalar.type()).name())
                .orElseGet(() -> written(column));
    }

    /**
     * Types that may differ in their modifiers only; a serial is the integer that it counts with, and a domain what it
     * is over.
     */
    private String family(ColumnType written) {
        ColumnType type = scope.base(written);
        String base = switch (type) {
            case ColumnType.Scalar scalar ->
                scalar.type().sql().equals("varchar")
                        ? "text"
                        : BuiltinTypes.counter(scalar.type()).sql();
            case ColumnType.EnumReference reference -> "enum " + reference.name();
            case ColumnType.TypeReference reference -> "type " + reference.name();
            case ColumnType.Raw raw -> raw.text().toLowerCase(java.util.Locale.ROOT);
        };
        return type.array() ? base + "[]" : base;
    }

    private boolean isNullabilitySame(List<ColumnScope> local) {
        List<String> nullable = local.stream()
                .filter(ColumnScope::nullable)
                .map(ColumnScope::name)
                .toList();
        String type = owner.field().target();
        if (owner.field().nullable() && nullable.isEmpty()) {
            String names = local.stream().map(ColumnScope::name).collect(Collectors.joining(", "));
            report.error(
                    Codes.RELATION_NULLABILITY,
                    owner.field().node().type().span(),
                    owner.label() + " may be absent, but its key " + names + " may not",
                    "write `" + owner.field().name() + " " + type + "`, or add a ? to the type of " + names);
            return false;
        }
        if (!owner.field().nullable() && !nullable.isEmpty()) {
            String names = String.join(", ", nullable);
            report.error(
                    Codes.RELATION_NULLABILITY,
                    owner.field().node().type().span(),
                    owner.label() + " is required, but " + names + " of its key may be absent",
                    "write `" + owner.field().name() + " " + type + "?`, or remove the ? of " + names);
            return false;
        }
        return true;
    }

    private boolean canAct(String parameter, List<ColumnScope> local, ReferentialAction action) {
        List<String> required = local.stream()
                .filter(column -> !column.nullable())
                .filter(column -> action == ReferentialAction.SET_NULL
                        || action == ReferentialAction.SET_DEFAULT && !hasDefault(column))
                .map(ColumnScope::name)
                .toList();
        if (required.isEmpty()) {
            return true;
        }
        String names = String.join(", ", required);
        boolean setNull = action == ReferentialAction.SET_NULL;
        report.error(
                Codes.BAD_REFERENTIAL_ACTION,
                arguments.value(parameter).map(Value::span).orElse(arguments.span()),
                parameter + ": " + (setNull ? "SetNull" : "SetDefault") + " cannot work, since " + names
                        + (required.size() == 1 ? " is" : " are") + " required"
                        + (setNull ? "" : " and without a default"),
                setNull
                        ? "make " + names + " and " + owner.field().name()
                                + " nullable with ?, or choose another action"
                        : "give a @default, or choose another action");
        return false;
    }

    private static boolean hasDefault(ColumnScope column) {
        return column.node().attributes().stream()
                .anyMatch(attribute -> attribute.name().text().equals("default"));
    }

    /** The other side is one row where the key is unique, else many. */
    private boolean isBackFitting(List<ColumnScope> local) {
        if (direct.back().isEmpty()) {
            return true;
        }
        RelationEnd back = direct.back().get();
        boolean unique = keys.getOrDefault(owner.model(), List.of()).stream()
                .anyMatch(key -> !key.fields().isEmpty() && Set.copyOf(local).containsAll(key.fields()));
        String names = local.stream().map(ColumnScope::name).collect(Collectors.joining(", "));
        String target = back.field().target();
        if (unique && (back.field().many() || !back.field().nullable())) {
            report.error(
                    Codes.RELATION_ARITY,
                    back.field().node().type().span(),
                    back.field().many()
                            ? back.label() + " is a list, but " + target + "." + names
                                    + " is unique, so there is one row at most"
                            : back.label() + " is required, but the key is in " + target
                                    + ", where a row may be missing",
                    "write `" + back.field().name() + " " + target + "?`");
            return false;
        }
        if (!unique && !back.field().many()) {
            report.error(
                    Codes.RELATION_ARITY,
                    back.field().node().type().span(),
                    back.label() + " is one row, but nothing keeps several " + target + " from having the same "
                            + names,
                    local.size() == 1
                            ? "add @unique to " + target + "." + names + ", or write `"
                                    + back.field().name() + " " + target + "[]`"
                            : "add `@@unique([" + names + "])` to " + target + ", or write `"
                                    + back.field().name() + " " + target + "[]`");
            return false;
        }
        return true;
    }
}
