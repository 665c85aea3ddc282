package io.pgorm.ddl.plan.internal;

import io.pgorm.ir.ColumnType;
import io.pgorm.ir.DomainType;
import io.pgorm.ir.ObjectName;
import java.util.Optional;

/**
 * What another type does to the values of a column.
 *
 * @param using the expression that makes the new value, with {@code {}} for the column; none where an assignment does,
 *     which unlike a cast refuses what is too long
 * @param rewrites whether the table is written anew
 * @param mayFail whether there may be values that it refuses
 * @param loses whether there may be values that it shortens or rounds
 */
record TypeChange(Optional<String> using, boolean rewrites, boolean mayFail, boolean loses) {

    /** Only the collation is another. */
    static final TypeChange NONE = new TypeChange(Optional.empty(), false, false, false);

    static TypeChange between(ColumnType before, ColumnType after, Facts from, Facts to) {
        if (before.sql().equals(after.sql())) {
            return NONE;
        }
        TypeName old = TypeName.of(base(before, from));
        TypeName now = TypeName.of(base(after, to));
        boolean checked = !after.array() && isChecked(after, to);
        Optional<String> using = using(old, now, before, after);
        return new TypeChange(
                using,
                checked || rewrites(old, now) || isCutAnew(before, now, from),
                checked || mayFail(old, now),
                loses(old, now, using, before, after, from, to));
    }

    /** The type that a domain is made of, through all domains. */
    private static ColumnType base(ColumnType type, Facts state) {
        return type.array()
                ? type
                : domain(type, state).map(domain -> base(domain.base(), state)).orElse(type);
    }

    /** Whether the type is a domain that refuses values. */
    static boolean isChecked(ColumnType type, Facts state) {
        return domain(type, state)
                .filter(domain -> domain.notNull()
                        || !state.schema()
                                .domain(domain.name())
                                .map(DomainType::checks)
                                .orElse(domain.checks())
                                .isEmpty()
                        || isChecked(domain.base(), state))
                .isPresent();
    }

    /** Whether the type is a domain that refuses NULL and has no default to put in its place. */
    static boolean refusesNull(ColumnType type, Facts state) {
        return !type.array()
                && domain(type, state)
                        .filter(domain -> !state.has(FactId.self(ObjectName.Kind.DOMAIN, domain.name())
                                .with(FactId.Aspect.DEFAULT)))
                        .filter(domain -> domain.notNull() || refusesNull(domain.base(), state))
                        .isPresent();
    }

    /** Of the values of a domain PostgreSQL does not know that they have their length already: it sees to it again. */
    private static boolean isCutAnew(ColumnType before, TypeName now, Facts from) {
        return !before.array() && now.isModified() && domain(before, from).isPresent();
    }

    private static Optional<DomainType> domain(ColumnType type, Facts state) {
        return type instanceof ColumnType.TypeReference(var name, boolean array)
                ? state.get(FactId.self(ObjectName.Kind.DOMAIN, name)).map(fact -> ((Fact.OfDomain) fact).type())
                : Optional.empty();
    }

    private static boolean rewrites(TypeName old, TypeName now) {
        if (old.array() != now.array()) {
            return true;
        }
        if (!old.base().equals(now.base())) {
            return now.isModified() || !Casts.keepsBytes(old.base(), now.base());
        }
        if (old.modifiers().equals(now.modifiers())) {
            return false;
        }
        return old.array() || !isWider(old, now);
    }

    /** Of two forms of one type, whether the second takes every value of the first as it is. */
    private static boolean isWider(TypeName old, TypeName now) {
        return switch (now.base()) {
            case "character varying", "bit varying" ->
                !now.isModified() || old.isModified() && now.modifier(0, 0) >= old.modifier(0, 0);
            case "numeric" ->
                !now.isModified()
                        || old.isModified()
                                && now.modifier(1, 0) == old.modifier(1, 0)
                                && now.modifier(0, 0) >= old.modifier(0, 0);
            case "timestamp without time zone",
                    "timestamp with time zone",
                    "time without time zone",
                    "time with time zone",
                    "interval" -> now.modifier(0, 6) >= old.modifier(0, 6);
            default -> false;
        };
    }

    private static boolean mayFail(TypeName old, TypeName now) {
        if (old.array() != now.array()) {
            return true;
        }
        if (old.base().equals(now.base())) {
            boolean rounds = now.base().startsWith("time") || now.base().equals("interval");
            boolean padded = now.base().equals("character") && now.modifier(0, 1) >= old.modifier(0, 1);
            return !isWider(old, now) && !rounds && !padded;
        }
        return now.isModified() || !Casts.isExact(old.base(), now.base());
    }

    private static boolean loses(
            TypeName old,
            TypeName now,
            Optional<String> using,
            ColumnType before,
            ColumnType after,
            Facts from,
            Facts to) {
        if (old.array() && !now.array()) {
            boolean whole = Casts.isString(now.base())
                    && !now.isModified()
                    && !now.base().equals("name");
            return !whole && !now.base().startsWith("json");
        }
        boolean same = old.base().equals(now.base());
        boolean lossy = same
                ? Casts.isShortened(old, now, using.isPresent())
                : Casts.isLossy(old.base(), now.base()) || isRounded(old, now);
        boolean cast = using.isPresent() && !hasExactCast(old, now);
        return lossy || cast && Losses.byCast(before, after, from, to);
    }

    /** Whether the clause names a cast that PostgreSQL has between the two, which does not go by way of text. */
    private static boolean hasExactCast(TypeName old, TypeName now) {
        return !Casts.isString(old.base()) && Casts.isAsked(old.base(), now.base());
    }

    /** Whether an assignment rounds to the places that the new type has. */
    private static boolean isRounded(TypeName old, TypeName now) {
        return now.isModified() && now.base().startsWith("time") && !old.base().equals("date");
    }

    private static Optional<String> using(TypeName old, TypeName now, ColumnType before, ColumnType after) {
        String type = after.sql();
        if (old.array() != now.array()) {
            return old.array() ? fromArray(now, type) : Optional.of(intoArray(old, now, type));
        }
        String array = old.array() ? "[]" : "";
        if (old.base().equals(now.base()) || Casts.isAssigned(old.base(), now.base())) {
            return Optional.empty();
        }
        boolean named = isNamed(before, old) || isNamed(after, now);
        if (named) {
            return Optional.of("{}::text" + array + "::" + type);
        }
        if (Casts.isAsked(old.base(), now.base())) {
            return Optional.of("{}::" + type);
        }
        return Optional.of(old.array() ? "{}::text[]::" + type : between(old, now, type));
    }

    /** Whether it is a type of the schema, and no domain over one of PostgreSQL's. */
    private static boolean isNamed(ColumnType type, TypeName base) {
        return !(type instanceof ColumnType.Raw)
                && !(type instanceof ColumnType.Scalar)
                && base.base().equals(TypeName.of(type).base());
    }

    private static String between(TypeName old, TypeName now, String type) {
        if (now.base().equals("boolean") && Casts.isNumber(old.base())) {
            return "{} <> 0";
        }
        if (old.base().equals("boolean") && Casts.isNumber(now.base())) {
            return "{}::integer::" + type;
        }
        if (old.base().equals("money") && Casts.isNumber(now.base())) {
            return "{}::numeric::" + type;
        }
        if (now.base().equals("money") && Casts.isNumber(old.base())) {
            return "{}::numeric::" + type;
        }
        if (now.base().equals("jsonb")) {
            return "to_jsonb({})";
        }
        if (now.base().equals("json")) {
            return "to_json({})";
        }
        if (old.base().equals("jsonb") || old.base().equals("json")) {
            return "({} #>> '{}')::" + type;
        }
        return "{}::text::" + type;
    }

    private static String intoArray(TypeName old, TypeName now, String type) {
        boolean known = old.base().equals(now.base())
                || Casts.isAssigned(old.base(), now.base())
                || Casts.isAsked(old.base(), now.base());
        String one = "ARRAY[{}" + (known ? "" : "::text") + "]::" + type;
        return Casts.isString(old.base())
                ? "CASE WHEN {} LIKE '{%}' THEN {}::" + type + " WHEN {} IS NOT NULL THEN " + one + " END"
                : "CASE WHEN {} IS NOT NULL THEN " + one + " END";
    }

    private static Optional<String> fromArray(TypeName now, String type) {
        if (Casts.isString(now.base())) {
            // so that a value which was put into an array comes back as it was. Not IS NOT NULL, which PostgreSQL
            // cannot
            // analyze again for each partition where it is of anything but a column
            return Optional.of(
                    "CASE WHEN cardinality({}) = 1 AND {}[1] IS DISTINCT FROM NULL THEN {}[1]::text ELSE {}::text END::"
                            + type);
        }
        return Optional.of(
                switch (now.base()) {
                    case "jsonb" -> "to_jsonb({})";
                    case "json" -> "to_json({})";
                    default -> "{}[1]::text::" + type;
                });
    }

    /** The USING clause for a column, empty where none is needed. */
    String clause(String quotedColumn) {
        // a path of JSON is written like the place of the column
        return using.map(expression -> " USING "
                        + expression
                                .replace("'{}'", "'\0'")
                                .replace("{}", quotedColumn)
                                .replace("'\0'", "'{}'"))
                .orElse("");
    }
}
