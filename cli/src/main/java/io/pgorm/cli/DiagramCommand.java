package io.pgorm.cli;

import io.pgorm.cli.diagram.BuildDiagram;
import io.pgorm.cli.diagram.Diagram;
import io.pgorm.cli.diagram.HtmlDiagram;
import io.pgorm.cli.diagram.MermaidDiagram;
import io.pgorm.cli.diagram.SvgDiagram;
import io.pgorm.sdl.Compilation;
import io.pgorm.sdl.SchemaCompiler;
import io.pgorm.sdl.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "diagram",
        description = "Draws a schema: its tables and what holds them together, its views and types.",
        mixinStandardHelpOptions = true)
final class DiagramCommand implements Callable<Integer> {

    /** What to draw with. */
    enum Format {
        mermaid,
        svg,
        html
    }

    @Parameters(paramLabel = "SCHEMA", description = "A .pgorm file, or a folder of them read as one schema.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path schema;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "mermaid for Markdown, svg for a picture, html for a page to move, enlarge and search."
                    + " If not given, what the name of the file ends in, else mermaid.")
    private @Nullable Format format;

    @Option(names = "--out", paramLabel = "FILE", description = "The file to write; else the diagram is printed.")
    private @Nullable Path out;

    @Option(names = "--title", paramLabel = "TEXT", description = "What the diagram is called.")
    private @Nullable String title;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Compilation compilation = SchemaCompiler.withInstalledExtensions().compile(SourceFile.read(schema));
        Diagram diagram = BuildDiagram.build(title(), compilation.orThrow());
        String text = switch (format()) {
            case mermaid -> MermaidDiagram.write(diagram);
            case svg -> SvgDiagram.write(diagram);
            case html -> HtmlDiagram.write(diagram);
        };
        if (out == null) {
            spec.commandLine().getOut().print(text);
            spec.commandLine().getOut().flush();
        } else {
            Files.writeString(out, text, StandardCharsets.UTF_8);
            spec.commandLine().getOut().println("wrote " + out);
        }
        return ExitCode.OK;
    }

    private String title() {
        if (title != null) {
            return title;
        }
        String name = String.valueOf(schema.toAbsolutePath().normalize().getFileName());
        return name.endsWith(SourceFile.SUFFIX) ? name.substring(0, name.length() - SourceFile.SUFFIX.length()) : name;
    }

    private Format format() {
        if (format != null) {
            return format;
        }
        String name = String.valueOf(out).toLowerCase(Locale.ROOT);
        return name.endsWith(".svg") ? Format.svg : name.endsWith(".html") ? Format.html : Format.mermaid;
    }
}
