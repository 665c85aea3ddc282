package io.pgorm.migrations.script;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of SQL, cut into statements as psql cuts it. Only its structure matters here: rows to COPY are left out, and
 * so are psql's own commands; {@link #notes} says what was. Immutable.
 *
 * @param statements in the order in which they are run
 * @param notes what was left out and where, for people
 */
public record SqlScript(List<ScriptStatement> statements, List<String> notes) {

    private static final String NAME = "(?:\"((?:[^\"]|\"\")+)\"|([A-Za-z_\\x80-\\uffff][\\w$\\x80-\\uffff]*))";
    private static final Pattern CREATE_EXTENSION =
            Pattern.compile("(?i)\\bcreate\\s+extension\\s+(?:if\\s+not\\s+exists\\s+)?" + NAME);
    private static final Pattern CREATE_ROLE = Pattern.compile("(?i)\\bcreate\\s+(?:role|user|group)\\s+" + NAME);

    public SqlScript {
        statements = List.copyOf(statements);
        notes = List.copyOf(notes);
    }

    /**
     * Reads a file, and those that it includes by {@code \i} and {@code \ir}, whose paths are relative to the file that
     * names them.
     *
     * @throws ScriptException where something in it is not closed, or a psql command cannot be passed over
     * @throws IOException where a file cannot be read or is not UTF-8; the message names it
     */
    public static SqlScript read(Path file) throws IOException {
        List<ScriptStatement> statements = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        read(file, String.valueOf(file.getFileName()), 0, statements, notes);
        return new SqlScript(statements, notes);
    }

    /** Cuts up a text that stands in no file; it includes none. */
    public static SqlScript of(String name, String text) {
        List<ScriptStatement> statements = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        new StatementSplitter(name, text, statements, notes, (path, place) -> {
                    throw new ScriptException(place + ": a script that is no file includes none", null);
                })
                .run();
        return new SqlScript(statements, notes);
    }

    private static void read(Path file, String name, int depth, List<ScriptStatement> statements, List<String> notes)
            throws IOException {
        if (depth > 32) {
            throw new ScriptException(name + ": files that include each other", null);
        }
        String text = text(file);
        new StatementSplitter(name, text, statements, notes, (path, place) -> {
                    Path included = file.resolveSibling(path);
                    if (!Files.isRegularFile(included)) {
                        throw new ScriptException(place + ": there is no file " + path + " beside " + name, null);
                    }
                    read(included, path, depth + 1, statements, notes);
                })
                .run();
    }

    private static String text(Path file) throws IOException {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new IOException("the file " + file + " is not UTF-8 text", e);
        }
    }

    /** The extensions that the script creates, in DO blocks too. */
    public Set<String> extensions() {
        return names(CREATE_EXTENSION);
    }

    /** The roles that the script creates, in DO blocks too. */
    public Set<String> roles() {
        return names(CREATE_ROLE);
    }

    private Set<String> names(Pattern pattern) {
        Set<String> names = new LinkedHashSet<>();
        for (ScriptStatement statement : statements) {
            if (statement.startsWith("create") || statement.startsWith("do")) {
                Matcher match = pattern.matcher(statement.sql());
                while (match.find()) {
                    names.add(
                            match.group(1) != null
                                    ? match.group(1).replace("\"\"", "\"")
                                    : match.group(2).toLowerCase(java.util.Locale.ROOT));
                }
            }
        }
        return names;
    }
}
