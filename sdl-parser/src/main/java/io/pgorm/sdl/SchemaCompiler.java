package io.pgorm.sdl;

import io.pgorm.ir.Schema;
import io.pgorm.ir.diagnostic.SourceSpan;
import io.pgorm.ir.spi.SchemaExtension;
import io.pgorm.sdl.internal.CustomTypes;
import io.pgorm.sdl.internal.Report;
import io.pgorm.sdl.internal.pass.AdviseOnAccess;
import io.pgorm.sdl.internal.pass.AdviseOnIndexes;
import io.pgorm.sdl.internal.pass.AdviseOnTypes;
import io.pgorm.sdl.internal.pass.CheckExpressions;
import io.pgorm.sdl.internal.pass.CheckTables;
import io.pgorm.sdl.internal.pass.ChooseOperatorClasses;
import io.pgorm.sdl.internal.resolve.ResolveSchema;
import io.pgorm.sdl.internal.resolve.Vocabulary;
import io.pgorm.sdl.internal.syntax.Declaration;
import io.pgorm.sdl.internal.syntax.ParseFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/**
 * Compiles a schema: text in, {@link Schema} and diagnostics out. Immutable and safe for use by several threads, as
 * long as its extensions are.
 *
 * <p>The stages: parse each file; resolve all of them as one schema; let each extension rewrite it, in the order of
 * their names; choose operator classes and check indexes; let each extension validate; look for what works but hurts.
 */
public final class SchemaCompiler {

    private final List<SchemaExtension> extensions;

    /** A compiler with these extensions of the language, whatever is on the class path. */
    public SchemaCompiler(List<SchemaExtension> extensions) {
        this.extensions = extensions.stream()
                .sorted(Comparator.comparing(SchemaExtension::name))
                .toList();
    }

    /** A compiler with every extension of the language and every custom type that {@link ServiceLoader} finds. */
    public static SchemaCompiler withInstalledExtensions() {
        return new SchemaCompiler(installedExtensions());
    }

    /** Every extension of the language that {@link ServiceLoader} finds, and one for the custom types that it finds. */
    public static List<SchemaExtension> installedExtensions() {
        return Stream.concat(
                        ServiceLoader.load(SchemaExtension.class).stream().map(ServiceLoader.Provider::get),
                        Stream.of(CustomTypes.installed()))
                .toList();
    }

    /**
     * Compiles the files as one schema. Whatever is wrong with them is a diagnostic; nothing is thrown, and any input
     * ends in bounded time.
     */
    public Compilation compile(List<SourceFile> files) {
        Report report = new Report();
        Optional<Schema> schema = Optional.empty();
        try {
            schema = Optional.of(run(files, report));
        } catch (RuntimeException | StackOverflowError e) {
            reportInternal(report, "the compiler failed: " + describe(e));
        }
        Map<String, String> sources = new LinkedHashMap<>();
        files.forEach(file -> sources.putIfAbsent(file.name(), file.text()));
        return new Compilation(report.hasErrors() ? Optional.empty() : schema, report.diagnostics(), sources);
    }

    private Schema run(List<SourceFile> files, Report report) {
        List<Declaration> declarations = new ArrayList<>();
        for (SourceFile file : files) {
            declarations.addAll(ParseFile.parse(file, report));
        }
        Vocabulary vocabulary = new Vocabulary(extensions);
        Schema schema = ResolveSchema.resolve(declarations, vocabulary, report);
        // an extension is promised a whole schema; the indexes that could be read are looked at in any case
        boolean whole = !report.hasErrors();
        if (whole) {
            schema = rewrite(schema, report);
        }
        schema = ChooseOperatorClasses.choose(schema, vocabulary.operatorClasses(), vocabulary.indexMethods(), report);
        if (whole) {
            CheckExpressions.check(schema, report);
            CheckTables.check(schema, report);
            validate(schema, report);
        }
        if (!report.hasErrors()) {
            AdviseOnTypes.advise(schema, report);
            AdviseOnIndexes.advise(schema, report);
            AdviseOnAccess.advise(schema, report);
        }
        return schema;
    }

    private Schema rewrite(Schema schema, Report report) {
        Schema rewritten = schema;
        for (SchemaExtension extension : extensions) {
            try {
                rewritten = extension.rewrite(rewritten);
            } catch (RuntimeException e) {
                reportInternal(
                        report, "the extension " + extension.name() + " failed to rewrite the schema: " + describe(e));
            }
        }
        return rewritten;
    }

    private void validate(Schema schema, Report report) {
        for (SchemaExtension extension : extensions) {
            try {
                report.addAll(extension.validate(schema));
            } catch (RuntimeException e) {
                reportInternal(
                        report, "the extension " + extension.name() + " failed to validate the schema: " + describe(e));
            }
        }
    }

    private static String describe(Throwable e) {
        String message = e.getMessage();
        return e.getClass().getSimpleName()
                + (message == null ? "" : ": " + message.lines().findFirst().orElse(""));
    }

    private static void reportInternal(Report report, String message) {
        report.error(
                Codes.INTERNAL_ERROR,
                SourceSpan.NONE,
                message,
                "this is a mistake in the tool, not in the schema: please report it with the schema that shows it");
    }
}
