package com.example.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pgorm.ddl.DdlGenerator;
import io.pgorm.ddl.DdlScript;
import io.pgorm.sdl.Compilation;
import io.pgorm.sdl.SchemaCompiler;
import io.pgorm.sdl.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuditExtensionTest {

    @Test
    void aModelThatAsksForItGetsATrigger() {
        String ddl = DdlScript.render(DdlGenerator.generate(compile("""
                model Book {
                  isbn  Isbn   @id
                  cost  Cents  @audit.hide
                  @@audit(label: "book")
                }
                """).orThrow()));

        assertTrue(ddl.contains("\"isbn\" char(13) NOT NULL"), ddl);
        assertTrue(ddl.contains("\"cost\" bigint NOT NULL"), ddl);
        assertTrue(ddl.contains("CREATE TABLE audit_log"), ddl);
        assertTrue(ddl.contains("EXECUTE FUNCTION \"audit_record\"('book', 'cost')"), ddl);
    }

    @Test
    void aModelWithoutAKeyIsRefused() {
        assertEquals(List.of("AUDIT001"), errors("""
                model Note {
                  text Text
                  @@audit
                }
                """));
    }

    @Test
    void hidingFromNothingIsRefused() {
        assertEquals(List.of("AUDIT002"), errors("""
                model Note {
                  id   Int  @id
                  text Text @audit.hide
                }
                """));
    }

    private static List<String> errors(String schema) {
        return compile(schema).diagnostics().stream()
                .filter(diagnostic -> diagnostic.isError())
                .map(diagnostic -> diagnostic.code())
                .toList();
    }

    private static Compilation compile(String schema) {
        return SchemaCompiler.withInstalledExtensions().compile(List.of(new SourceFile("schema.pgorm", schema)));
    }
}
