package io.pgorm.sdl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pgorm.ir.Schema;
import io.pgorm.ir.diagnostic.Diagnostic;
import io.pgorm.ir.diagnostic.SchemaException;
import io.pgorm.ir.diagnostic.SourceSpan;
import io.pgorm.ir.spi.SchemaExtension;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

final class SchemaCompilerTest {

    private static final SourceFile USER = new SourceFile("user.pgorm", "model User { id Int @id }");

    private static Compilation compile(String text) {
        return new SchemaCompiler(List.of()).compile(List.of(new SourceFile("a.pgorm", text)));
    }

    @Test
    void aSchemaWithErrorsCarriesThemAllInItsException() {
        Compilation compilation = compile("model User { id Itn @id  name Sting }");
        assertThat(compilation.schema()).isEmpty();
        assertThatThrownBy(compilation::orThrow)
                .isInstanceOfSatisfying(
                        SchemaException.class, e -> assertThat(e.diagnostics()).hasSize(2))
                .hasMessageContaining("did you mean Int?")
                .hasMessageContaining("did you mean String?");
    }

    @Test
    void whatTheSameTextMeansIsEqual() {
        assertThat(compile(USER.text()).orThrow())
                .isEqualTo(compile(USER.text()).orThrow());
    }

    @Test
    void noFilesAreAnEmptySchema() {
        assertThat(new SchemaCompiler(List.of()).compile(List.of()).orThrow()).isEqualTo(Schema.EMPTY);
    }

    @Test
    void anExtensionThatThrowsIsADiagnosticThatNamesIt() {
        SchemaExtension broken = extension("broken", schema -> {
            throw new IllegalStateException("oops\nat line 2");
        });
        Compilation compilation = new SchemaCompiler(List.of(broken)).compile(List.of(USER));
        assertThat(compilation.diagnostics()).singleElement().satisfies(diagnostic -> {
            assertThat(diagnostic.code()).isEqualTo(Codes.INTERNAL_ERROR.code());
            assertThat(diagnostic.message()).contains("broken").contains("oops").doesNotContain("line 2");
        });
    }

    @Test
    void extensionsRewriteInTheOrderOfTheirNames() {
        List<String> order = new ArrayList<>();
        SchemaExtension late = extension("zebra", schema -> note(schema, order, "zebra"));
        SchemaExtension early = extension("ant", schema -> note(schema, order, "ant"));
        new SchemaCompiler(List.of(late, early)).compile(List.of(USER));
        assertThat(order).containsExactly("ant", "zebra");
    }

    @Test
    void anExtensionSeesNoSchemaThatHasErrors() {
        List<String> order = new ArrayList<>();
        SchemaExtension extension = extension("ant", schema -> note(schema, order, "ant"));
        new SchemaCompiler(List.of(extension)).compile(List.of(new SourceFile("a", "model User { id Itn }")));
        assertThat(order).isEmpty();
    }

    @Test
    void whatAnExtensionFindsIsSaidWithItsOwnCode() {
        SchemaExtension strict = new SchemaExtension() {
            @Override
            public String name() {
                return "strict";
            }

            @Override
            public List<Diagnostic> validate(Schema schema) {
                return List.of(Diagnostic.error("STR0001", "no", SourceSpan.NONE));
            }
        };
        Compilation compilation = new SchemaCompiler(List.of(strict)).compile(List.of(USER));
        assertThat(compilation.hasErrors()).isTrue();
        assertThat(compilation.print()).isEqualTo("error STR0001: no\n");
    }

    @Test
    void manyErrorsWithBracketsLeftOpenTakeNoLongTime() {
        String text = "model User {\n" + "  a Int @default([(\n".repeat(20_000) + "}\n";
        Assertions.assertTimeout(
                Duration.ofSeconds(10),
                () -> assertThat(compile(text).hasErrors()).isTrue());
    }

    @Test
    void deepNestingIsRefusedBeforeItIsRead() {
        String text = "model User { id Int @default(" + "[".repeat(200_000) + ") }";
        assertThat(compile(text).diagnostics())
                .extracting(Diagnostic::code)
                .containsExactly(Codes.NESTED_TOO_DEEP.code());
    }

    @Test
    void aLargeSchemaCompiles() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 1500; i++) {
            text.append("model M").append(i).append(" {\n  id Int @id\n");
            for (int j = 0; j < 20; j++) {
                text.append("  f")
                        .append(j)
                        .append(" String? @unique @check(\"{f")
                        .append(j)
                        .append("} <> ''\")\n");
            }
            if (i > 0) {
                text.append("  parent M")
                        .append(i - 1)
                        .append(" @relation(fields: [parentId])\n  parentId Int @unique\n");
            }
            text.append("}\n");
        }
        Assertions.assertTimeout(
                Duration.ofSeconds(20),
                () -> assertThat(compile(text.toString()).orThrow().tables()).hasSize(1500));
    }

    private static Schema note(Schema schema, List<String> order, String name) {
        order.add(name);
        return schema;
    }

    private static SchemaExtension extension(String name, UnaryOperator<Schema> rewrite) {
        return new SchemaExtension() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Schema rewrite(Schema schema) {
                return rewrite.apply(schema);
            }
        };
    }
}
