package io.pgorm.ddl.plan.internal;

import io.pgorm.ddl.plan.Hazard;
import io.pgorm.ddl.plan.internal.Transition.Impossible;
import io.pgorm.ddl.plan.internal.Transition.InPlace;
import io.pgorm.ir.Extension;
import io.pgorm.ir.QualifiedName;
import java.util.List;
import java.util.Set;

/** How an extension changes: it moves to another schema, where it lets itself be moved. Stateless. */
final class ExtensionChange {

    /** Those whose own functions name the schema that they were made in. */
    private static final Set<String> FIXED = Set.of(
            "postgis",
            "postgis_raster",
            "postgis_sfcgal",
            "postgis_topology",
            "postgis_tiger_geocoder",
            "timescaledb",
            "timescaledb_toolkit",
            "pg_cron",
            "pg_partman",
            "pgmq",
            "citus",
            "earthdistance",
            "plperl",
            "plpython3u",
            "pltcl",
            "pg_repack",
            "pgl_ddl_deploy",
            "pglogical");

    private ExtensionChange() {}

    static Transition between(Extension after) {
        String name = after.name();
        if (FIXED.contains(name)) {
            return new Impossible("Extension " + name + " would move to another schema, which it does not support."
                    + " Drop and create it by hand, and with it all that uses it.");
        }
        return new InPlace(List.of(Step.of("ALTER EXTENSION " + Removal.quoted(name) + " SET SCHEMA "
                        + Removal.quoted(after.schema().orElse(QualifiedName.DEFAULT_SCHEMA)))
                .with(Hazard.BREAKS_RUNNING_APP)));
    }
}
