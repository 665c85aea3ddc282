package io.pgorm.client.type;

import io.pgorm.client.internal.TemporalText;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.EnumType;
import org.jooq.JSON;
import org.jooq.JSONB;
import org.jooq.XML;
import org.jspecify.annotations.Nullable;

/** The types that PostgreSQL brings, and how others are made of them. For generated code, and for bindings of your own. */
public final class TextTypes {

    private static final String HEX = "\\x";

    public static final TextType<Short> INT2 = TextType.of("int2", Short.class, Short::valueOf, String::valueOf);
    public static final TextType<Integer> INT4 = TextType.of("int4", Integer.class, Integer::valueOf, String::valueOf);
    public static final TextType<Long> INT8 = TextType.of("int8", Long.class, Long::valueOf, String::valueOf);
    public static final TextType<Float> FLOAT4 = TextType.of("float4", Float.class, Float::valueOf, String::valueOf);
    public static final TextType<Double> FLOAT8 = TextType.of("float8", Double.class, Double::valueOf, String::valueOf);
    public static final TextType<BigDecimal> NUMERIC =
            TextType.of("numeric", BigDecimal.class, BigDecimal::new, BigDecimal::toPlainString);
    public static final TextType<Boolean> BOOL =
            TextType.of("bool", Boolean.class, text -> text.startsWith("t"), String::valueOf);
    public static final TextType<String> TEXT =
            TextType.of("text", String.class, Function.identity(), Function.identity());
    public static final TextType<UUID> UUID =
            TextType.of("uuid", UUID.class, java.util.UUID::fromString, String::valueOf);
    public static final TextType<byte[]> BYTEA = TextType.of(
            "bytea",
            byte[].class,
            TextTypes::bytes,
            bytes -> HEX + HexFormat.of().formatHex(bytes));
    public static final TextType<LocalDate> DATE =
            TextType.of("date", LocalDate.class, TemporalText::date, TemporalText::print);
    public static final TextType<LocalTime> TIME =
            TextType.of("time", LocalTime.class, TemporalText::time, LocalTime::toString);
    public static final TextType<OffsetTime> TIMETZ =
            TextType.of("timetz", OffsetTime.class, TemporalText::offsetTime, TemporalText::print);
    public static final TextType<LocalDateTime> TIMESTAMP =
            TextType.of("timestamp", LocalDateTime.class, TemporalText::stamp, TemporalText::print);
    public static final TextType<OffsetDateTime> TIMESTAMPTZ =
            TextType.of("timestamptz", OffsetDateTime.class, TemporalText::offsetStamp, TemporalText::print);
    public static final TextType<Interval> INTERVAL =
            TextType.of("interval", Interval.class, IntervalText::parse, IntervalText::print);
    public static final TextType<JSON> JSON =
            TextType.of("json", JSON.class, org.jooq.JSON::valueOf, org.jooq.JSON::data);
    public static final TextType<JSONB> JSONB =
            TextType.of("jsonb", JSONB.class, org.jooq.JSONB::valueOf, org.jooq.JSONB::data);
    public static final TextType<XML> XML = TextType.of("xml", XML.class, org.jooq.XML::valueOf, org.jooq.XML::data);
    public static final TextType<Long> OID = TextType.of("oid", Long.class, Long::valueOf, String::valueOf);
    public static final TextType<Inet> INET = TextType.of("inet", Inet.class, Inet::parse, Inet::toString);
    public static final TextType<Cidr> CIDR = TextType.of("cidr", Cidr.class, Cidr::parse, Cidr::toString);
    public static final TextType<MacAddress> MACADDR =
            TextType.of("macaddr", MacAddress.class, MacAddress::parse, MacAddress::toString);
    public static final TextType<BitString> BIT =
            TextType.of("bit", BitString.class, BitString::new, BitString::digits);
    public static final TextType<BitString> VARBIT =
            TextType.of("varbit", BitString.class, BitString::new, BitString::digits);
    public static final TextType<Point> POINT = TextType.of("point", Point.class, Shapes::point, Shapes::text);
    public static final TextType<Line> LINE = TextType.of("line", Line.class, Shapes::line, Shapes::text);
    public static final TextType<LineSegment> LSEG =
            TextType.of("lseg", LineSegment.class, Shapes::segment, Shapes::text);
    /** The only type whose arrays have another letter between their elements. */
    public static final TextType<Box> BOX = TextType.of("box", Box.class, ';', Shapes::box, Shapes::text);

    public static final TextType<Path> PATH = TextType.of("path", Path.class, Shapes::path, Shapes::text);
    public static final TextType<Polygon> POLYGON =
            TextType.of("polygon", Polygon.class, Shapes::polygon, Shapes::text);
    public static final TextType<Circle> CIRCLE = TextType.of("circle", Circle.class, Shapes::circle, Shapes::text);
    public static final TextType<Range<Integer>> INT4RANGE = range("int4range", INT4);
    public static final TextType<Range<Long>> INT8RANGE = range("int8range", INT8);
    public static final TextType<Range<BigDecimal>> NUMRANGE = range("numrange", NUMERIC);
    public static final TextType<Range<LocalDate>> DATERANGE = range("daterange", DATE);
    public static final TextType<Range<LocalDateTime>> TSRANGE = range("tsrange", TIMESTAMP);
    public static final TextType<Range<OffsetDateTime>> TSTZRANGE = range("tstzrange", TIMESTAMPTZ);
    public static final TextType<Multirange<Integer>> INT4MULTIRANGE = multirange("int4multirange", INT4);
    public static final TextType<Multirange<Long>> INT8MULTIRANGE = multirange("int8multirange", INT8);
    public static final TextType<Multirange<BigDecimal>> NUMMULTIRANGE = multirange("nummultirange", NUMERIC);
    public static final TextType<Multirange<LocalDate>> DATEMULTIRANGE = multirange("datemultirange", DATE);
    public static final TextType<Multirange<LocalDateTime>> TSMULTIRANGE = multirange("tsmultirange", TIMESTAMP);
    public static final TextType<Multirange<OffsetDateTime>> TSTZMULTIRANGE = multirange("tstzmultirange", TIMESTAMPTZ);

    private TextTypes() {}

    /** A range type of the database's own, {@code CREATE TYPE ... AS RANGE}. */
    public static <T> TextType<Range<T>> range(String sqlName, TextType<T> bound) {
        return TextType.<Range<T>>of(
                        sqlName,
                        Range.class,
                        text -> Literals.range(text, bound),
                        range -> Literals.range(range, bound))
                .over(bound);
    }

    /** The multirange type of such a one. */
    public static <T> TextType<Multirange<T>> multirange(String sqlName, TextType<T> bound) {
        return TextType.<Multirange<T>>of(
                        sqlName,
                        Multirange.class,
                        text -> Literals.multirange(text, bound),
                        value -> value.ranges().stream()
                                .map(range -> Literals.range(range, bound))
                                .collect(java.util.stream.Collectors.joining(",", "{", "}")))
                .over(bound);
    }

    /** An enum that jOOQ has generated. */
    public static <E extends Enum<E> & EnumType> TextType<E> enumeration(String sqlName, Class<E> type) {
        Map<String, E> byLiteral = new LinkedHashMap<>();
        for (E constant : type.getEnumConstants()) {
            byLiteral.put(constant.getLiteral(), constant);
        }
        return TextType.of(
                sqlName,
                type,
                literal -> {
                    E constant = byLiteral.get(literal);
                    if (constant == null) {
                        throw new IllegalStateException("the database has a value of " + sqlName
                                + " that the generated code does not know; generate it anew");
                    }
                    return constant;
                },
                EnumType::getLiteral);
    }

    /**
     * A composite type as a record.
     *
     * @param attributes the types of all attributes, in order
     * @param make makes the record of their values
     * @param take takes the values out of it
     */
    public static <T> TextType<T> composite(
            String sqlName,
            Class<T> type,
            List<TextType<?>> attributes,
            Function<@Nullable Object[], T> make,
            Function<T, @Nullable Object[]> take) {
        return TextType.<T>of(
                        sqlName,
                        type,
                        text -> {
                            List<@Nullable String> texts = Literals.composite(text, attributes.size());
                            @Nullable Object[] values = new @Nullable Object[texts.size()];
                            for (int i = 0; i < values.length; i++) {
                                String value = texts.get(i);
                                values[i] =
                                        value == null ? null : attributes.get(i).parse(value);
                            }
                            return make.apply(values);
                        },
                        value -> {
                            @Nullable Object[] values = take.apply(value);
                            List<@Nullable String> texts = new ArrayList<>(values.length);
                            for (int i = 0; i < values.length; i++) {
                                texts.add(printed(attributes.get(i), values[i]));
                            }
                            return Literals.composite(texts);
                        })
                .asComposite();
    }

    private static <T> @Nullable String printed(TextType<T> type, @Nullable Object value) {
        return value == null ? null : type.print(type.javaType().cast(value));
    }

    private static byte[] bytes(String text) {
        if (!text.startsWith(HEX)) {
            throw new IllegalStateException("PostgreSQL wrote bytes in an old way; set bytea_output to hex");
        }
        return HexFormat.of().parseHex(text.substring(HEX.length()));
    }
}
