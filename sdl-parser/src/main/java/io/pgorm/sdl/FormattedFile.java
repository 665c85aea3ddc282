package io.pgorm.sdl;

import io.pgorm.ir.diagnostic.Diagnostic;
import io.pgorm.ir.diagnostic.DiagnosticPrinter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A schema file on disk, and what it is in the canonical layout. Nothing is written until {@link #write()}.
 *
 * @param path where it is
 * @param text what it holds
 * @param formatted what it should hold
 */
public record FormattedFile(Path path, String text, Formatted formatted) {

    /**
     * Formats a file, or every schema file below a folder, in memory.
     *
     * @throws NoSuchFileException if there is nothing at the path, or no schema file in the folder
     * @throws IOException if a file cannot be read or is not UTF-8; the message names the file
     */
    public static List<FormattedFile> read(Path fileOrFolder) throws IOException {
        List<FormattedFile> files = new ArrayList<>();
        for (Path path : SourceFile.paths(fileOrFolder)) {
            SourceFile source = SourceFile.readOne(path, path.toString());
            files.add(new FormattedFile(path, source.text(), SchemaFormatter.format(source)));
        }
        return List.copyOf(files);
    }

    /** Whether it could not be read for syntax errors, and so stays as it is. */
    public boolean hasErrors() {
        return formatted.errors().stream().anyMatch(Diagnostic::isError);
    }

    /** Whether it is not in the canonical layout. */
    public boolean isChanged() {
        return !formatted.text().equals(text);
    }

    /** The errors as text for people; the empty string for none. */
    public String print() {
        return new DiagnosticPrinter(Map.of(path.toString(), text)).print(formatted.errors());
    }

    /** Puts the file into the canonical layout. */
    public void write() throws IOException {
        if (isChanged()) {
            Files.writeString(path, formatted.text(), StandardCharsets.UTF_8);
        }
    }
}
