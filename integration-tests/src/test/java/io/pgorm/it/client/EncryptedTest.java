package io.pgorm.it.client;

import static io.pgorm.it.clinic.Tables.PATIENTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pgorm.client.Shape;
import io.pgorm.client.error.PgOrmException;
import io.pgorm.client.error.RowLevelSecurityViolation;
import io.pgorm.client.error.ShapeMismatch;
import io.pgorm.database.testkit.RoundTripProxy;
import io.pgorm.features.encrypted.Encryption;
import io.pgorm.features.encrypted.EncryptionFailure;
import io.pgorm.features.encrypted.EncryptionKey;
import io.pgorm.features.encrypted.EncryptionKeys;
import io.pgorm.features.encrypted.KeyRing;
import io.pgorm.features.encrypted.Secret;
import io.pgorm.it.clinic.Db;
import io.pgorm.it.clinic.Patient;
import io.pgorm.it.clinic.PatientCreate;
import io.pgorm.it.clinic.PatientUpdate;
import io.pgorm.it.clinic.Session;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javax.tools.ToolProvider;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Encrypted columns: what the server gets to see of them, and what can be done with them. */
@Timeout(120)
class EncryptedTest {

    private static final String SSN = "078-05-1120";
    private static final byte[] BYTES_2026 = "the key of 2026, of 32 bytes....".getBytes(StandardCharsets.UTF_8);
    private static final byte[] BYTES_2027 = "the key of 2027, of 32 bytes....".getBytes(StandardCharsets.UTF_8);

    private static final EncryptionKey KEY_2026 = EncryptionKey.of("2026", BYTES_2026);
    private static final EncryptionKey KEY_2027 = EncryptionKey.of("2027", BYTES_2027);

    private static final KeyRing BEFORE =
            KeyRing.empty().with("people", KEY_2026).with("scans", KEY_2026);

    static {
        CountedPools.neverTryConnections();
    }

    private static EncryptedServer server;
    private static Db db;
    private static Db ann;

    @BeforeAll
    static void open() throws Exception {
        server = new EncryptedServer();
        db = Db.open(server.as("pgorm_it_app"));
        ann = db.as(Session.uid(1));
    }

    @AfterAll
    static void close() {
        db.close();
        server.close();
    }

    @BeforeEach
    void keys() throws Exception {
        Encryption.use(BEFORE);
        server.execute("TRUNCATE patients RESTART IDENTITY");
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        Patient bo = ann.patients().create(PatientCreate.name("Bo").ssn(Secret.of(SSN)));
        assertThat(bo.ssn().text()).isEqualTo("078-05-1120");
        assertThat(bo.scan()).isNull();

        byte[] scan = {0, -1, 'x', 0};
        ann.patients().byId(bo.id()).update(PatientUpdate.scan(Secret.of(scan)));
        Patient read = ann.patients().findById(bo.id()).orElseThrow();
        assertThat(read.scan().bytes()).isEqualTo(scan);
        assertThat(read.ssn()).isEqualTo(Secret.of(SSN)).isNotEqualTo(Secret.of("078-05-1121"));
        assertThat(ann.patients()
                        .byId(bo.id())
                        .update(PatientUpdate.ssn(null))
                        .orElseThrow()
                        .ssn())
                .isNull();
        assertThat(ann.patients().where(PATIENTS.SSN.isNull()).count()).isEqualTo(1);
    }

    @Test
    void jsonThatTheServerMakesHoldsNoneOfIt() {
        ann.patients().create(PatientCreate.name("Bo").ssn(Secret.of(SSN)));
        assertThatThrownBy(() -> ann.patients().asJson().text())
                .isInstanceOf(ShapeMismatch.class)
                .hasMessageContaining("cannot read ssn, which is encrypted");
        assertThat(ann.patients()
                        .asJson(Shape.of((String name) -> name, PATIENTS.NAME))
                        .text())
                .isEqualTo("[\"Bo\"]");
    }

    @Test
    void eachReadAndWriteIsStillOneRoundTrip() throws Exception {
        try (RoundTripProxy proxy = RoundTripProxy.start(server.jdbcUrl());
                Db counted = Db.open(server.as("pgorm_it_app", proxy.jdbcUrl("postgres")))) {
            for (Db asked : List.of(counted.as(Session.uid(1)), counted.as(Session.uid(2)))) {
                for (@Nullable Secret ssn : Arrays.asList(null, Secret.of(SSN), Secret.of(SSN), null)) {
                    proxy.assertRoundTrips(
                            1,
                            () -> asked.patients()
                                    .create(PatientCreate.name("Bo").ssn(ssn)));
                    assertThat(proxy.measure(() -> asked.patients().fetch()).count())
                            .isEqualTo(1);
                }
            }
        }
    }

    /** As arrays under a policy, by COPY for who is above it. */
    @Test
    void manyRowsAreEncryptedToo() {
        List<PatientCreate.Values> rows = IntStream.range(0, 1_500)
                .mapToObj(i -> PatientCreate.name("n" + i)
                        .ssn(Secret.of("number " + i))
                        .doctorId(1))
                .toList();
        assertThat(ann.patients().createMany(rows)).isEqualTo(1_500);
        try (Db owner = Db.open(server.as("clinic_owner"))) {
            assertThat(owner.patients().createMany(rows)).isEqualTo(1_500);
            assertThat(owner.patients().where(PATIENTS.NAME.eq("n1499")).fetch())
                    .hasSize(2)
                    .allSatisfy(patient -> assertThat(patient.ssn().text()).isEqualTo("number 1499"));
        }
    }

    /** The server writes down every statement with its parameters and its plan, and the client's errors are all printed. */
    @Test
    void neitherKeyNorValueIsSeenByAnybodyElse() throws Exception {
        StringWriter told = new StringWriter();
        PrintWriter out = new PrintWriter(told);
        PatientCreate.Values bo = PatientCreate.name("Bo").ssn(Secret.of(SSN));
        out.println(bo + " " + ann.patients().create(bo) + " " + ann.patients().fetch());
        out.println(ann.sql().selectFrom(PATIENTS).fetch());
        out.println(ann.sql().insertInto(PATIENTS).set(PATIENTS.SSN, Secret.of(SSN)));
        assertThatThrownBy(() -> ann.patients()
                        .create(PatientCreate.name("Bo").ssn(Secret.of(SSN)).doctorId(2)))
                .isInstanceOf(RowLevelSecurityViolation.class)
                .satisfies(failure -> failure.printStackTrace(out));
        assertThatThrownBy(() -> ann.patients()
                        .where(DSL.condition("ssn = {0}", DSL.val(Secret.of(SSN), PATIENTS.SSN)))
                        .fetch())
                .satisfies(failure -> failure.printStackTrace(out));
        try (Db owner = Db.open(server.as("clinic_owner"))) {
            owner.patients()
                    .createMany(IntStream.range(0, 1_200)
                            .mapToObj(i -> bo.doctorId(1))
                            .toList());
        }
        out.println(Encryption.currentKey("people") + KEY_2026 + BEFORE);

        String everything = server.everything() + told;
        // what can be there is there: statements, parameters, plans
        for (String shown : List.of("Secret[hidden]", "insert into", "Bo", "\"k\":\"2026\"", "Query Text")) {
            assertThat(everything.contains(shown)).as(shown).isTrue();
        }
        for (byte[] secret : List.of(SSN.getBytes(StandardCharsets.UTF_8), BYTES_2026)) {
            for (String form : List.of(
                    new String(secret, StandardCharsets.UTF_8),
                    Base64.getEncoder().encodeToString(secret),
                    HexFormat.of().formatHex(secret))) {
                assertThat(everything.contains(form)).as(form).isFalse();
            }
        }
    }

    @Test
    void whatTheServerCannotDoItRefuses() {
        ann.patients().create(PatientCreate.name("Bo").ssn(Secret.of(SSN)));
        for (var query : List.of(
                ann.patients().where(PATIENTS.SSN.eq(Secret.of(SSN))),
                ann.patients().orderBy(PATIENTS.SSN),
                ann.patients().where(PATIENTS.SSN.in(Secret.of(SSN), Secret.of("x"))))) {
            assertThatThrownBy(query::fetch).isInstanceOf(PgOrmException.class);
        }
        assertThatThrownBy(() ->
                        ann.sql().select(DSL.max(PATIENTS.SSN)).from(PATIENTS).fetch())
                .isInstanceOf(PgOrmException.class);
    }

    @Test
    void aTextInItsPlaceDoesNotCompile(@TempDir Path folder) throws Exception {
        assertThat(compiled(folder, "PATIENTS.SSN.isNull()")).isEmpty();
        assertThat(compiled(folder, "PATIENTS.SSN.eq(\"078-05-1120\")"))
                .contains("String cannot be converted to Secret");
        assertThat(compiled(folder, "PATIENTS.SSN.lt(\"1\")")).contains("String cannot be converted to Secret");
        assertThat(compiled(folder, "PATIENTS.NAME.eq(PATIENTS.SSN)")).contains("no suitable method");
    }

    private static String compiled(Path folder, String condition) throws Exception {
        Path source = Files.writeString(folder.resolve("Tried.java"), """
                import static io.pgorm.it.clinic.Tables.PATIENTS;
                class Tried { org.jooq.Condition tried = %s; }
                """.formatted(condition));
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        Objects.requireNonNull(ToolProvider.getSystemJavaCompiler())
                .run(
                        null,
                        messages,
                        messages,
                        "-proc:none",
                        "-nowarn",
                        "-d",
                        folder.toString(),
                        "-classpath",
                        System.getProperty("java.class.path"),
                        source.toString());
        return messages.toString(StandardCharsets.UTF_8);
    }

    @Test
    void keysChangeWhileRowsAreThere() throws Exception {
        Patient old = ann.patients().create(PatientCreate.name("Bo").ssn(Secret.of(SSN)));
        KeyRing both = BEFORE.with("people", KEY_2027);
        Encryption.use(both);
        assertThat(ann.patients().findById(old.id()).orElseThrow().ssn().text()).isEqualTo(SSN);
        ann.patients().create(PatientCreate.name("Cy").ssn(Secret.of("219-09-9999")));

        List<Patient> outdated = ann.patients().where(PATIENTS.SSN.isOfOldKey()).fetch();
        assertThat(outdated).extracting(Patient::name).containsExactly("Bo");
        outdated.forEach(patient -> ann.patients().byId(patient.id()).update(PatientUpdate.ssn(patient.ssn())));

        assertThat(ann.patients().where(PATIENTS.SSN.isOfOldKey()).exists()).isFalse();
        assertThat(ann.patients().fetch(Shape.of((String id) -> id, PATIENTS.SSN.keyId())))
                .containsOnly("2027");
        Encryption.use(KeyRing.empty().with("people", KEY_2027).with("scans", KEY_2027));
        assertThat(ann.patients().findById(old.id()).orElseThrow().ssn().text()).isEqualTo(SSN);
    }

    @Test
    void whatCannotBeDecryptedIsAnErrorThatSaysWhichKeyItWas() throws Exception {
        Patient bo = ann.patients().create(PatientCreate.name("Bo").ssn(Secret.of(SSN)));
        Encryption.use(KeyRing.empty().with("people", KEY_2027).with("scans", KEY_2027));
        failsWith("a value was encrypted by the key 2026 of \"people\", which is not among the keys");
        Encryption.use(KeyRing.empty().with("people", EncryptionKey.of("2026", BYTES_2027)));
        failsWith("a value of the key 2026 of \"people\" was changed, or encrypted by another key of that id");
        Encryption.use(KeyRing.empty());
        assertThatThrownBy(() -> ann.patients().create(PatientCreate.name("Cy").ssn(Secret.of(SSN))))
                .isInstanceOf(EncryptionFailure.class)
                .hasMessageContaining("the key ring has no key \"people\"");

        Encryption.use(BEFORE);
        server.execute("UPDATE patients SET scan = ssn");
        failsWith("a value of the key 2026 of \"scans\" was changed, or encrypted by another key of that id");
        server.execute("UPDATE patients SET scan = NULL, ssn = '{\"k\": \"2026\"}'");
        failsWith("a column that is encrypted by \"people\" holds something that was not written by it");
        // rows are read without the column all the same
        assertThat(ann.patients().byId(bo.id()).fetch(Shape.of((String name) -> name, PATIENTS.NAME)))
                .contains("Bo");
    }

    private static void failsWith(String message) {
        assertThatThrownBy(() -> ann.patients().fetch())
                .isInstanceOf(EncryptionFailure.class)
                .hasMessage(message);
        assertThatThrownBy(() -> ann.sql().selectFrom(PATIENTS).fetch()).hasStackTraceContaining(message);
    }

    /** Two rows with the same value show no sign of it. */
    @Test
    void whatIsTheSameLooksDifferent() throws Exception {
        ann.patients().create(PatientCreate.name("Bo").ssn(Secret.of(SSN)));
        ann.patients().create(PatientCreate.name("Cy").ssn(Secret.of(SSN)));
        assertThat(server.lines("SELECT count(DISTINCT ssn ->> 'v') FROM patients"))
                .isEqualTo("2\n");
    }

    @Test
    void keysAreChecked() {
        assertThatThrownBy(() -> EncryptionKey.of("2026", new byte[16]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a key has 32 bytes (AES-256), not 16");
        assertThatThrownBy(() -> EncryptionKey.of("a \"key\"", BYTES_2026))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BEFORE.with("people", EncryptionKey.of("2026", BYTES_2027)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("there are two keys 2026");
        EncryptionKeys none = KeyRing.empty();
        assertThat(none.find("people", "2026")).isEmpty();
    }
}
