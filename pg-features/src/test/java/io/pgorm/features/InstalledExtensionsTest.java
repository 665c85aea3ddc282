package io.pgorm.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgorm.ir.spi.AttributeType;
import io.pgorm.ir.spi.SchemaExtension;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class InstalledExtensionsTest {

    private final List<SchemaExtension> installed = ServiceLoader.load(SchemaExtension.class).stream()
            .map(ServiceLoader.Provider::get)
            .toList();

    @Test
    void allAreFoundByTheServiceLoader() {
        assertThat(installed)
                .extracting(SchemaExtension::name)
                .containsExactlyInAnyOrder(
                        "btree",
                        "encrypted",
                        "fts",
                        "hstore",
                        "hypertable",
                        "matview",
                        "json",
                        "ltree",
                        "notify",
                        "partition",
                        "postgis",
                        "rls",
                        "trigger",
                        "trigram",
                        "vector");
    }

    @Test
    void attributesAreNamedAfterTheirExtension() {
        for (SchemaExtension extension : installed) {
            assertThat(extension.attributes())
                    .extracting(AttributeType::name)
                    .allMatch(name -> name.equals(extension.name()) || name.startsWith(extension.name() + "."));
        }
    }
}
