package io.pgorm.client.internal;

import io.pgorm.client.type.TextType;
import io.pgorm.client.type.TextTypes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TypeInfo;
import org.postgresql.util.PGobject;

/**
 * Parameters whose type the driver is told. It asks the server to describe a statement with parameters of no type; and one
 * that was described and gives rows of any length back it sends by itself from then on, so that what should be one round
 * trip is three. The types that PostgreSQL brings have the same numbers in every version, so that nobody has to be asked.
 * Thread-safe.
 */
public final class DriverTypes {

    /** The number of a type, and of arrays of it. */
    private record Numbers(int type, int array) {}

    /** What the driver does not know by itself. */
    private static final Map<String, Numbers> UNKNOWN = Map.ofEntries(
            Map.entry("interval", new Numbers(1186, 1187)),
            Map.entry("inet", new Numbers(869, 1041)),
            Map.entry("cidr", new Numbers(650, 651)),
            Map.entry("macaddr", new Numbers(829, 1040)),
            Map.entry("line", new Numbers(628, 629)),
            Map.entry("lseg", new Numbers(601, 1018)),
            Map.entry("path", new Numbers(602, 1019)),
            Map.entry("polygon", new Numbers(604, 1027)),
            Map.entry("circle", new Numbers(718, 719)),
            Map.entry("int4range", new Numbers(3904, 3905)),
            Map.entry("numrange", new Numbers(3906, 3907)),
            Map.entry("tsrange", new Numbers(3908, 3909)),
            Map.entry("tstzrange", new Numbers(3910, 3911)),
            Map.entry("daterange", new Numbers(3912, 3913)),
            Map.entry("int8range", new Numbers(3926, 3927)),
            Map.entry("int4multirange", new Numbers(4451, 6150)),
            Map.entry("nummultirange", new Numbers(4532, 6151)),
            Map.entry("tsmultirange", new Numbers(4533, 6152)),
            Map.entry("tstzmultirange", new Numbers(4534, 6153)),
            Map.entry("datemultirange", new Numbers(4535, 6155)),
            Map.entry("int8multirange", new Numbers(4536, 6157)));

    /** Only the constants themselves: a type of a schema may have the name of one of them. */
    private static final Set<TextType<?>> OURS = Collections.newSetFromMap(new IdentityHashMap<>());

    static {
        Collections.addAll(
                OURS,
                TextTypes.INTERVAL,
                TextTypes.INET,
                TextTypes.CIDR,
                TextTypes.MACADDR,
                TextTypes.POINT,
                TextTypes.LINE,
                TextTypes.LSEG,
                TextTypes.BOX,
                TextTypes.PATH,
                TextTypes.POLYGON,
                TextTypes.CIRCLE,
                TextTypes.OID,
                TextTypes.INT4RANGE,
                TextTypes.INT8RANGE,
                TextTypes.NUMRANGE,
                TextTypes.DATERANGE,
                TextTypes.TSRANGE,
                TextTypes.TSTZRANGE,
                TextTypes.INT4MULTIRANGE,
                TextTypes.INT8MULTIRANGE,
                TextTypes.NUMMULTIRANGE,
                TextTypes.DATEMULTIRANGE,
                TextTypes.TSMULTIRANGE,
                TextTypes.TSTZMULTIRANGE);
    }

    private static final Set<Connection> TAUGHT =
            Collections.newSetFromMap(Collections.synchronizedMap(new WeakHashMap<>()));

    private DriverTypes() {}

    /** The name by which values of the type are bound here; null where the server has to find out. */
    public static @Nullable String nameOf(TextType<?> type) {
        return OURS.contains(type) ? type.sqlName() : null;
    }

    /**
     * Binds text that PostgreSQL reads as the type.
     *
     * @param type that the driver knows by itself, or that {@link #nameOf} gave
     */
    public static void bind(PreparedStatement statement, int index, String type, @Nullable String text)
            throws SQLException {
        if (UNKNOWN.containsKey(type)) {
            teach(statement.getConnection());
        }
        PGobject value = new PGobject();
        value.setType(type);
        value.setValue(text);
        statement.setObject(index, value);
    }

    private static void teach(Connection connection) throws SQLException {
        BaseConnection driver = connection.unwrap(BaseConnection.class);
        if (TAUGHT.add(driver)) {
            TypeInfo types = driver.getTypeInfo();
            UNKNOWN.forEach((name, numbers) ->
                    types.addCoreType(name, numbers.type, Types.OTHER, "java.lang.Object", numbers.array));
        }
    }
}
