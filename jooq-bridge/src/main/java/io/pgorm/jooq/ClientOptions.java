package io.pgorm.jooq;

import io.pgorm.database.ScratchOptions;
import java.nio.file.Path;
import java.util.Optional;
import javax.lang.model.SourceVersion;

/**
 * What to generate and where.
 *
 * @param output the source root; files of earlier runs in it are replaced and removed, others are left alone
 * @param packageName the package of {@code Db} and the records
 * @param ddl where to write the DDL as well, if wanted
 * @param scratch which server may be used for the scratch database
 */
public record ClientOptions(Path output, String packageName, Optional<Path> ddl, ScratchOptions scratch) {

    /**
     * @throws IllegalArgumentException if {@code packageName} is no name of a package, or that of none
     */
    public ClientOptions {
        if (!SourceVersion.isName(packageName)) {
            throw new IllegalArgumentException("\"" + packageName + "\" is no name of a Java package");
        }
    }
}
