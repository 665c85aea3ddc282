package io.pgorm.migrations.apply.internal;

import io.pgorm.migrations.apply.ApplyOptions;
import io.pgorm.migrations.apply.MigrationListener;
import java.nio.file.Path;
import javax.sql.DataSource;

/** What is migrated, from what, and how. Immutable. */
public record Target(DataSource source, Path folder, ApplyOptions options, MigrationListener listener) {}
