package io.pgorm.migrations.file;

import io.pgorm.ddl.plan.Hazard;
import io.pgorm.migrations.script.ScriptException;
import io.pgorm.migrations.script.SqlScript;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A migration that stands in a file, ours or one written by hand. Immutable.
 *
 * @param settings what stands in the file beside it whose name ends in {@code .conf}; empty where there is none
 */
public record MigrationFile(
        Path path, MigrationName name, MigrationHead head, String text, Map<String, String> settings) {

    public MigrationFile {
        settings = Map.copyOf(settings);
    }

    /** The setting that says that a file is run outside of a transaction. */
    public static final String EXECUTE_IN_TRANSACTION = "executeInTransaction";

    /**
     * Reads a file and its settings.
     *
     * @throws IllegalArgumentException if the file is not called as a migration is
     * @throws IOException where it cannot be read or is not UTF-8; the message names it
     */
    public static MigrationFile read(Path path) throws IOException {
        String file = String.valueOf(path.getFileName());
        MigrationName name = MigrationName.parse(file)
                .orElseThrow(() -> new IllegalArgumentException(
                        path + " is not named as a migration is: V20261120093000__add_posts.sql"));
        Path settings = path.resolveSibling(file + MigrationName.SETTINGS_SUFFIX);
        return of(path, name, readText(path), Files.exists(settings) ? readText(settings) : "");
    }

    static MigrationFile of(Path path, MigrationName name, String text, String settings) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(settings));
        Map<String, String> values = new LinkedHashMap<>();
        properties
                .stringPropertyNames()
                .forEach(key -> values.put(key, properties.getProperty(key).strip()));
        return new MigrationFile(path, name, MigrationHead.parse(text), text, values);
    }

    static String readText(Path path) throws IOException {
        try {
            String text = Files.readString(path);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new IOException("the file " + path + " is not UTF-8 text", e);
        }
    }

    /** The name of the file, without its folder. */
    public String fileName() {
        return String.valueOf(path.getFileName());
    }

    /**
     * Whether what stands between no BEGIN and COMMIT is one transaction. The settings say so; where they do not, it is
     * unless there is a statement that must be outside of any.
     *
     * @throws ScriptException where the file cannot be cut into statements
     */
    public boolean isTransactional() {
        @Nullable String setting = settings.get(EXECUTE_IN_TRANSACTION);
        return setting != null
                ? Boolean.parseBoolean(setting)
                : SqlScript.of(fileName(), text).statements().stream().noneMatch(TransactionWords::mustBeOutside);
    }

    /**
     * The statements in the groups in which they are committed.
     *
     * @throws ScriptException where the file cannot be cut into statements, or rolls back
     */
    public List<MigrationGroup> groups() {
        return GroupStatements.of(fileName(), text, isTransactional());
    }

    /**
     * All hazards: those that the head names, and those that the lines before the statements name, lest one is lost
     * when a file is edited. Of a file that says nothing of hazards none are known: {@code lint} tells what they are.
     *
     * @throws ScriptException as {@link #groups} does
     */
    public Set<Hazard> hazards() {
        Set<Hazard> all = EnumSet.noneOf(Hazard.class);
        all.addAll(head.hazards());
        groups().stream()
                .flatMap(group -> group.statements().stream())
                .flatMap(statement -> statement.note().stream())
                .forEach(note -> all.addAll(note.hazards()));
        return Collections.unmodifiableSet(all);
    }

    /**
     * The objects that it touches: {@code column users.email}, {@code table posts}. Where no line before a statement
     * names one, it is told from the statement, as far as that can be understood.
     *
     * @throws ScriptException as {@link #groups} does
     */
    public Set<String> objects() {
        Set<String> objects = new TreeSet<>();
        groups().stream()
                .flatMap(group -> group.statements().stream())
                .forEach(statement -> objects.addAll(statement.objects()));
        return Collections.unmodifiableSet(objects);
    }
}
