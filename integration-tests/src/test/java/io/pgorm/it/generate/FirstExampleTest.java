package io.pgorm.it.generate;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgorm.database.testkit.RequiresExtensions;
import io.pgorm.ir.diagnostic.Severity;
import io.pgorm.sdl.Compilation;
import io.pgorm.sdl.SchemaCompiler;
import io.pgorm.sdl.SourceFile;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first example of the language, as it stands, from the schema file to rows. */
class FirstExampleTest {

    @Test
    void itIsValidAndSaysWhichExtensionTheIndexBrings() throws Exception {
        Path schema = Path.of(
                Objects.requireNonNull(FirstExampleTest.class.getResource("/scenarios/first-example/schema.pgorm"))
                        .toURI());
        Compilation compilation = SchemaCompiler.withInstalledExtensions().compile(SourceFile.read(schema));
        assertThat(compilation.hasErrors()).as(compilation.print()).isFalse();
        assertThat(compilation.diagnostics())
                .filteredOn(diagnostic -> diagnostic.severity() == Severity.INFO)
                .anySatisfy(diagnostic -> assertThat(diagnostic.message()).contains("pg_trgm"));
    }

    @Test
    @RequiresExtensions({"postgis", "pg_trgm"})
    void eachOfTwoUsersSeesThemselvesAndNobodySeesNone(@TempDir Path folder) throws Exception {
        GeneratedClient.run("first-example", "FirstExample", folder, Set.of("postgis", "pg_trgm"));
    }
}
