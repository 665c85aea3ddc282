package io.pgorm.database.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JdbcAddressTest {

    @Test
    void anotherDatabaseOnTheSameServerKeepsHostsAndParameters() {
        var address = JdbcAddress.parse("jdbc:postgresql://a:5433,b/app?user=ann&password=p%26q&sslmode=require");
        assertThat(address.jdbcUrl("other")).isEqualTo("jdbc:postgresql://a:5433,b/other?sslmode=require");
        assertThat(address.user()).isEqualTo("ann");
        assertThat(address.password()).isEqualTo("p&q");
        assertThat(address.database()).isEqualTo("app");
    }

    @Test
    void aUrlAsHostingServicesWriteItIsRead() {
        var address = JdbcAddress.parse("postgresql://ann:s%40crt@db.example:6000/app?sslmode=require");
        assertThat(address.jdbcUrl("x")).isEqualTo("jdbc:postgresql://db.example:6000/x?sslmode=require");
        assertThat(address.user()).isEqualTo("ann");
        assertThat(address.password()).isEqualTo("s@crt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:postgresql://host/", "jdbc:postgresql://host", "postgres://host", "postgres://host/"})
    void withoutADatabaseItIsThatOfTheAdministrator(String url) {
        assertThat(JdbcAddress.parse(url).database()).isEqualTo("postgres");
        assertThat(JdbcAddress.parse(url).hosts()).isEqualTo("host");
    }

    @Test
    void withoutAHostItIsTheDriversDefault() {
        var address = JdbcAddress.parse("jdbc:postgresql:app");
        assertThat(address.jdbcUrl("x")).isEqualTo("jdbc:postgresql:///x");
        assertThat(address.user()).isEqualTo(System.getProperty("user.name"));
    }

    @Test
    void thePasswordIsNowhereInItsText() {
        var address = JdbcAddress.parse("jdbc:postgresql://h/d?user=ann&password=hunter2");
        assertThat(address.toString()).isEqualTo("ann@h/d");
        assertThat(address.jdbcUrl("d")).doesNotContain("hunter2");
    }

    @Test
    void somethingElseIsRefusedWithoutRepeatingIt() {
        assertThatThrownBy(() -> JdbcAddress.parse("jdbc:mysql://h/d?password=hunter2"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("jdbc:postgresql://")
                .hasMessageNotContaining("hunter2");
    }
}
