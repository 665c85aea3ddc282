package io.pgorm.it.generate;

import io.pgorm.database.testkit.RequiresExtensions;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients of special schemas, from the schema file to rows. */
class ScenarioTest {

    @Test
    void everyTypeGoesInAndComesBack(@TempDir Path folder) throws Exception {
        GeneratedClient.run("types", "Types", folder, Set.of("citext", "hstore", "ltree"));
    }

    @Test
    void viewsAreReadAndSchemasDoNotShow(@TempDir Path folder) throws Exception {
        GeneratedClient.run("views", "Views", folder, Set.of());
    }

    @Test
    void namesOfJavaItselfDoNoHarm(@TempDir Path folder) throws Exception {
        GeneratedClient.run("java-names", "JavaNames", folder, Set.of());
    }

    @Test
    @RequiresExtensions("vector")
    void vectorsGoInAndComeBack(@TempDir Path folder) throws Exception {
        GeneratedClient.run("vectors", "Vectors", folder, Set.of("vector"));
    }

    @Test
    @RequiresExtensions("vector")
    void theNearestAreFoundUnderAPolicyAndWithWords(@TempDir Path folder) throws Exception {
        GeneratedClient.run("nearest", "Nearest", folder, Set.of("vector"));
    }

    @Test
    @RequiresExtensions("postgis")
    void placesAreFoundInMetresByTheIndex(@TempDir Path folder) throws Exception {
        GeneratedClient.run("shops", "Shops", folder, Set.of("postgis"));
    }

    @Test
    @RequiresExtensions({"vector", "postgis"})
    void vectorsAndPlacesUseTheirIndexUnderAPolicyOrTheDoctorSaysWhyNot(@TempDir Path folder) throws Exception {
        GeneratedClient.run("near-policies", "NearPolicies", folder, Set.of("vector", "postgis"));
    }
}
