package io.pgorm.jooq.internal;

import io.pgorm.ir.ColumnType;
import io.pgorm.ir.CompositeType;
import io.pgorm.ir.PgType;
import io.pgorm.ir.Schema;
import java.util.Map;
import java.util.Optional;
import org.jooq.meta.jaxb.ForcedType;

/**
 * What the client reads a column as, where jOOQ does not know the type: a type of the client's own, a record for a
 * composite type, the type of an extension or of the application; else PostgreSQL's text.
 */
final class JavaTypes {

    private static final String CLIENT = "io.pgorm.client.";
    private static final String TYPE = CLIENT + "type.";
    private static final String CONSTANTS = TYPE + "TextTypes.";

    /**
     * @param java fully qualified
     * @param expression a {@code TextType} of it
     */
    record Known(String java, String expression) {
        Known array() {
            return new Known(java + "[]", expression + ".array()");
        }
    }

    /** Not known to jOOQ, by the name in SQL. Money is none: how its text is read depends on the server's locale. */
    private static final Map<String, Known> OURS = Map.ofEntries(
            ours("interval", "Interval"),
            ours("inet", "Inet"),
            ours("cidr", "Cidr"),
            ours("macaddr", "MacAddress"),
            ours("bit", "BitString"),
            Map.entry("bit varying", new Known(TYPE + "BitString", CONSTANTS + "VARBIT")),
            Map.entry("varbit", new Known(TYPE + "BitString", CONSTANTS + "VARBIT")),
            ours("point", "Point"),
            ours("line", "Line"),
            ours("lseg", "LineSegment"),
            ours("box", "Box"),
            ours("path", "Path"),
            ours("polygon", "Polygon"),
            ours("circle", "Circle"),
            Map.entry("oid", new Known("java.lang.Long", CONSTANTS + "OID")),
            ours("int4range", "Range<java.lang.Integer>"),
            ours("int8range", "Range<java.lang.Long>"),
            ours("numrange", "Range<java.math.BigDecimal>"),
            ours("daterange", "Range<java.time.LocalDate>"),
            ours("tsrange", "Range<java.time.LocalDateTime>"),
            ours("tstzrange", "Range<java.time.OffsetDateTime>"),
            ours("int4multirange", "Multirange<java.lang.Integer>"),
            ours("int8multirange", "Multirange<java.lang.Long>"),
            ours("nummultirange", "Multirange<java.math.BigDecimal>"),
            ours("datemultirange", "Multirange<java.time.LocalDate>"),
            ours("tsmultirange", "Multirange<java.time.LocalDateTime>"),
            ours("tstzmultirange", "Multirange<java.time.OffsetDateTime>"));

    /** Known to jOOQ by itself, by the name in SQL: for what is in a composite value. */
    private static final Map<String, Known> JOOQS = Map.ofEntries(
            jooqs("smallint", "java.lang.Short", "INT2"),
            jooqs("integer", "java.lang.Integer", "INT4"),
            jooqs("bigint", "java.lang.Long", "INT8"),
            jooqs("real", "java.lang.Float", "FLOAT4"),
            jooqs("double precision", "java.lang.Double", "FLOAT8"),
            jooqs("numeric", "java.math.BigDecimal", "NUMERIC"),
            jooqs("boolean", "java.lang.Boolean", "BOOL"),
            jooqs("bytea", "byte[]", "BYTEA"),
            jooqs("date", "java.time.LocalDate", "DATE"),
            jooqs("time", "java.time.LocalTime", "TIME"),
            jooqs("time with time zone", "java.time.OffsetTime", "TIMETZ"),
            jooqs("timestamp", "java.time.LocalDateTime", "TIMESTAMP"),
            jooqs("timestamp with time zone", "java.time.OffsetDateTime", "TIMESTAMPTZ"),
            jooqs("uuid", "java.util.UUID", "UUID"),
            jooqs("json", "org.jooq.JSON", "JSON"),
            jooqs("jsonb", "org.jooq.JSONB", "JSONB"),
            jooqs("xml", "org.jooq.XML", "XML"));

    private static final Known TEXT = new Known("java.lang.String", CONSTANTS + "TEXT");

    private final Schema schema;
    private final JavaNames names;

    JavaTypes(Schema schema, JavaNames names) {
        this.schema = schema;
        this.names = names;
    }

    private static Map.Entry<String, Known> ours(String sql, String java) {
        return Map.entry(sql, new Known(TYPE + java, CONSTANTS + JavaNames.constant(sql)));
    }

    private static Map.Entry<String, Known> jooqs(String sql, String java, String constant) {
        return Map.entry(sql, new Known(java, CONSTANTS + constant));
    }

    /** What jOOQ has to be told; empty where it knows better. */
    Optional<ForcedType> forced(ColumnType type) {
        return switch (type) {
            case ColumnType.EnumReference reference -> Optional.empty();
            // jOOQ takes a column of a domain for one of its base type; arrays of domains it does not know
            case ColumnType.TypeReference reference
            when !reference.array() && schema.domain(reference.name()).isPresent() ->
                forced(schema.domain(reference.name()).get().base());
            case ColumnType.TypeReference reference -> Optional.of(bound(known(type)));
            case ColumnType.Raw raw -> Optional.of(bound(known(type)));
            case ColumnType.Scalar scalar -> forced(scalar);
        };
    }

    private Optional<ForcedType> forced(ColumnType.Scalar scalar) {
        String sql = scalar.type().sql();
        Optional<PgType.JavaMapping> java = scalar.type().java();
        if (java.isPresent() && !scalar.array()) {
            return java.map(JavaTypes::mapped);
        }
        return JooqRun.KNOWN_TO_JOOQ.contains(sql) ? Optional.empty() : Optional.of(bound(known(scalar)));
    }

    private static ForcedType mapped(PgType.JavaMapping java) {
        ForcedType type = new ForcedType().withUserType(java.type());
        return java.converter() ? type.withConverter(java.binding()) : type.withBinding(java.binding());
    }

    /** Text is bound in its own way, by which the client knows that it may travel as it is. */
    private static ForcedType bound(Known known) {
        String binding = known.equals(TEXT)
                ? "TextBinding<>()"
                : known.equals(TEXT.array()) ? "TextArrayBinding<>()" : "TypeBinding<>(" + known.expression() + ")";
        return new ForcedType().withUserType(known.java()).withBinding("new " + CLIENT + binding);
    }

    /** Any type, as it is in a composite value too. */
    Known known(ColumnType type) {
        return switch (type) {
            case ColumnType.EnumReference reference -> array(reference.array(), enumeration(reference));
            case ColumnType.TypeReference reference -> array(reference.array(), named(reference));
            case ColumnType.Raw raw -> raw(raw);
            case ColumnType.Scalar scalar ->
                array(scalar.array(), scalar(scalar.type().sql()));
        };
    }

    private static Known array(boolean array, Known known) {
        return array ? known.array() : known;
    }

    private static Known raw(ColumnType.Raw raw) {
        boolean brackets = raw.text().endsWith("[]");
        String sql = brackets ? raw.text().substring(0, raw.text().length() - 2) : raw.text();
        return array(raw.array() || brackets, OURS.getOrDefault(sql, TEXT));
    }

    private static Known scalar(String sql) {
        Known ours = OURS.get(sql);
        return ours != null ? ours : JOOQS.getOrDefault(sql, TEXT);
    }

    private Known named(ColumnType.TypeReference reference) {
        return schema.domain(reference.name())
                .map(domain -> known(domain.base()))
                .or(() -> composite(reference).map(type -> {
                    String java = names.own(type.javaName());
                    return new Known(java, java + ".TYPE");
                }))
                .orElse(TEXT);
    }

    private Optional<CompositeType> composite(ColumnType.TypeReference reference) {
        return schema.composite(reference.name());
    }

    private Known enumeration(ColumnType.EnumReference reference) {
        return names.enumType(reference.name())
                .map(type -> {
                    String java = names.own(type.javaName());
                    return new Known(
                            java,
                            CONSTANTS + "enumeration("
                                    + JavaSource.literal(type.name().name()) + ", " + java + ".class)");
                })
                .orElse(TEXT);
    }
}
