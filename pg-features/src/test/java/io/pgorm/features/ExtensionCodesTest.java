package io.pgorm.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgorm.ir.diagnostic.Diagnostic;
import io.pgorm.ir.spi.DiagnosticCode;
import io.pgorm.ir.spi.SchemaExtension;
import io.pgorm.sdl.SchemaCompiler;
import io.pgorm.sdl.SourceFile;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ExtensionCodesTest {

    private final SchemaCompiler compiler = SchemaCompiler.withInstalledExtensions();

    @TestFactory
    Stream<DynamicTest> theExampleOfEachCodeIsReportedWithIt() {
        return codes().stream()
                .map(code -> DynamicTest.dynamicTest(
                        code.code() + " " + code.title(),
                        () -> assertThat(compiler.compile(List.of(new SourceFile("schema.pgorm", code.example())))
                                        .diagnostics())
                                .as(code.example())
                                .extracting(Diagnostic::code)
                                .contains(code.code())));
    }

    @Test
    void noCodeIsListedTwice() {
        assertThat(codes()).extracting(DiagnosticCode::code).doesNotHaveDuplicates();
    }

    private static List<DiagnosticCode> codes() {
        return ServiceLoader.load(SchemaExtension.class).stream()
                .map(ServiceLoader.Provider::get)
                .flatMap(extension -> extension.codes().stream())
                .toList();
    }
}
