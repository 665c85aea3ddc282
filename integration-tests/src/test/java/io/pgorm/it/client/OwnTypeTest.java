package io.pgorm.it.client;

import static io.pgorm.it.kinds.Tables.KINDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.pgorm.client.ConnectionOptions;
import io.pgorm.client.HandlerConverter;
import io.pgorm.client.Shape;
import io.pgorm.client.json.JsonFields;
import io.pgorm.client.type.Inet;
import io.pgorm.database.ScratchDatabase;
import io.pgorm.database.ScratchServer;
import io.pgorm.ir.spi.CustomTypeHandler;
import io.pgorm.it.kinds.Db;
import io.pgorm.it.kinds.Kind;
import io.pgorm.it.kinds.KindCreate;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Java types that an application puts over columns at run time. */
class OwnTypeTest {

    record Settings(String theme, List<Integer> sizes) {}

    private static final JsonFields JSON = JsonFields.of(new ObjectMapper());
    private static final Field<Settings> SETTINGS = JSON.jsonb(KINDS.JSONB, Settings.class);

    /** An address of the network as Java's own. */
    static final class AddressHandler implements CustomTypeHandler<InetAddress, Inet> {
        @Override
        public String pgType() {
            return "inet";
        }

        @Override
        public Class<InetAddress> javaType() {
            return InetAddress.class;
        }

        @Override
        public Class<Inet> databaseType() {
            return Inet.class;
        }

        @Override
        public Inet toDb(InetAddress value) {
            return Inet.of(value);
        }

        @Override
        public InetAddress fromDb(Inet value) {
            return value.address();
        }
    }

    private static final Field<InetAddress> ADDRESS = KINDS.INET.convert(HandlerConverter.of(new AddressHandler()));

    private static final ScratchServer SERVER = ScratchServer.start();
    private static final ScratchDatabase DATABASE = SERVER.create();
    private static Db db;

    @BeforeAll
    static void open() throws Exception {
        try (Connection connection = DATABASE.connect();
                Statement statement = connection.createStatement();
                InputStream ddl = Objects.requireNonNull(OwnTypeTest.class.getResourceAsStream("/kinds.sql"))) {
            statement.execute(new String(ddl.readAllBytes(), StandardCharsets.UTF_8));
        }
        db = Db.open(ConnectionOptions.of(DATABASE.jdbcUrl(), DATABASE.user(), DATABASE.password()));
    }

    @AfterAll
    static void close() {
        db.close();
        DATABASE.close();
        SERVER.close();
    }

    record Seen(int id, @Nullable Settings settings) {}

    @Test
    void jsonIsReadAndWrittenByJackson() {
        Settings dark = new Settings("dark", List.of(1, 2));
        Kind made = db.kinds().create(KindCreate.defaults().jsonb(JSON.jsonb(dark)));
        Kind none = db.kinds().create(KindCreate.defaults());
        Shape<Seen> seen = Shape.of(Seen::new, KINDS.ID, SETTINGS);
        assertThat(db.kinds().findById(made.id(), seen)).contains(new Seen(made.id(), dark));
        assertThat(db.kinds().findById(none.id(), seen)).contains(new Seen(none.id(), null));
        assertThat(db.kinds().where(SETTINGS.eq(dark)).fetch(seen)).containsExactly(new Seen(made.id(), dark));
    }

    @Test
    void jsonThatDoesNotFitIsSaidWithoutItsText() {
        Kind made = db.kinds().create(KindCreate.defaults().jsonb(JSONB.valueOf("{\"secret\": 1}")));
        assertThatThrownBy(() -> db.kinds().findById(made.id(), Shape.of(Seen::new, KINDS.ID, SETTINGS)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no Settings")
                .hasMessageNotContaining("secret")
                .hasNoCause();
    }

    @Test
    void aHandlerMakesAFieldOfAnotherTypeAtRunTime() throws Exception {
        InetAddress address = InetAddress.getByName("2001:db8::7");
        Kind made = db.kinds().create(KindCreate.defaults().inet(Inet.parse("2001:db8::7")));
        record Host(int id, @Nullable InetAddress address) {}
        assertThat(db.kinds().where(ADDRESS.eq(address)).fetch(Shape.of(Host::new, KINDS.ID, ADDRESS)))
                .containsExactly(new Host(made.id(), address));
    }
}
