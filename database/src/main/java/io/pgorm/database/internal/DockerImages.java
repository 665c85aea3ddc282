package io.pgorm.database.internal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which public image carries which extensions. Only a first guess: whether the extension is there is asked of the
 * server that runs, and the image that has nearly all of them comes last.
 */
final class DockerImages {

    private static final String PLAIN = "postgres:17";
    private static final String VECTOR = "pgvector/pgvector:pg17";
    private static final String POSTGIS = "postgis/postgis:17-3.5";
    private static final String ALL = "timescale/timescaledb-ha:pg17";

    private static final Set<String> IN_VECTOR = Set.of("vector");
    private static final Set<String> IN_POSTGIS = Set.of(
            "postgis",
            "postgis_raster",
            "postgis_topology",
            "postgis_sfcgal",
            "postgis_tiger_geocoder",
            "address_standardizer",
            "address_standardizer_data_us");
    private static final Set<String> ONLY_IN_ALL =
            Set.of("timescaledb", "timescaledb_toolkit", "vectorscale", "pgrouting", "ai");

    private DockerImages() {}

    /**
     * Where the image keeps its data, which is ten times faster in memory than on a disk; empty for images that keep it
     * elsewhere, or are not ours to know.
     */
    static Optional<String> dataFolder(String image) {
        return Set.of(PLAIN, VECTOR, POSTGIS).contains(image)
                ? Optional.of("/var/lib/postgresql/data")
                : Optional.empty();
    }

    /** The images to try for a schema with these extensions, the smallest that should do first. */
    static List<String> candidates(Set<String> extensions) {
        boolean vector = extensions.stream().anyMatch(IN_VECTOR::contains);
        boolean postgis = extensions.stream().anyMatch(IN_POSTGIS::contains);
        boolean more = extensions.stream().anyMatch(ONLY_IN_ALL::contains);
        String first = more || (vector && postgis) ? ALL : vector ? VECTOR : postgis ? POSTGIS : PLAIN;
        var images = new LinkedHashSet<String>();
        images.add(first);
        if (!extensions.isEmpty()) {
            images.add(ALL);
        }
        return List.copyOf(images);
    }
}
