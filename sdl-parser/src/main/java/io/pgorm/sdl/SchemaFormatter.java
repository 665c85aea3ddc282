package io.pgorm.sdl;

import io.pgorm.ir.diagnostic.DiagnosticPrinter;
import io.pgorm.ir.diagnostic.SchemaException;
import io.pgorm.sdl.internal.Report;
import io.pgorm.sdl.internal.format.FormatFile;
import io.pgorm.sdl.internal.syntax.ParseFile;
import java.util.Map;
import java.util.Optional;

/**
 * Puts schema files into the one canonical layout: names, types and attributes in columns, attributes in their author's
 * order, comments and documentation where they stand, at most one blank line, text blocks as they are. What a file says
 * never changes, and formatting twice changes nothing more. A file need not make sense to be formatted, it must only be
 * readable. The line ends stay the ones that the file begins with. Stateless and safe for use by several threads.
 */
public final class SchemaFormatter {

    private SchemaFormatter() {}

    /** Formats a file; one with syntax errors stays as it is, and the errors are told. */
    public static Formatted format(SourceFile file) {
        String lines = file.text().replace("\r\n", "\n").replace('\r', '\n');
        Report report = new Report();
        Optional<ParseFile.Parsed> parsed = ParseFile.read(new SourceFile(file.name(), lines), report);
        if (parsed.isEmpty() || report.hasErrors()) {
            return new Formatted(file.text(), report.diagnostics());
        }
        String text = FormatFile.format(parsed.get().tokens(), parsed.get().schema());
        int lineEnd = file.text().indexOf('\n');
        boolean windows = lineEnd > 0 && file.text().charAt(lineEnd - 1) == '\r';
        return new Formatted(windows ? text.replace("\n", "\r\n") : text, report.diagnostics());
    }

    /**
     * Formats the text of a file.
     *
     * @throws SchemaException if it has syntax errors
     */
    public static String format(String source) {
        Formatted formatted = format(new SourceFile("schema.pgorm", source));
        if (!formatted.errors().isEmpty()) {
            throw new SchemaException(
                    new DiagnosticPrinter(Map.of("schema.pgorm", source)).print(formatted.errors()),
                    formatted.errors());
        }
        return formatted.text();
    }
}
