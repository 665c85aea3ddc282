package io.pgorm.sdl.internal.write;

import io.pgorm.ir.sql.Identifiers;
import io.pgorm.sdl.internal.resolve.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * From the names of a database to those of a schema file. It proposes; whether the default mapping leads back is
 * always asked of {@link Names}. Stateless.
 */
final class NamesBack {

    private static final Map<String, String> IRREGULAR = Map.ofEntries(
            Map.entry("people", "person"),
            Map.entry("children", "child"),
            Map.entry("men", "man"),
            Map.entry("women", "woman"),
            Map.entry("feet", "foot"),
            Map.entry("teeth", "tooth"),
            Map.entry("mice", "mouse"),
            Map.entry("geese", "goose"),
            Map.entry("analyses", "analysis"),
            Map.entry("crises", "crisis"),
            Map.entry("diagnoses", "diagnosis"),
            Map.entry("hypotheses", "hypothesis"),
            Map.entry("media", "medium"));
    /** What looks like a plural and is none. */
    private static final Set<String> SINGULAR_ENDS = Set.of("us", "ss", "sis", "xis");

    private static final Set<String> SINGULAR =
            Set.of("news", "series", "species", "alias", "atlas", "canvas", "bias", "gas", "lens", "chaos", "data");

    private NamesBack() {}

    /** A name for the model of a table, or for anything else of the database that is named as a type. */
    static String type(String name, boolean plural) {
        List<String> words = words(name);
        if (plural && !words.isEmpty()) {
            String last = words.getLast();
            String singular = singular(last.toLowerCase(Locale.ROOT));
            boolean changed = !singular.equalsIgnoreCase(last);
            words.set(words.size() - 1, changed ? singular : last);
        }
        StringBuilder out = new StringBuilder();
        words.forEach(word -> out.append(capital(word)));
        if (out.isEmpty() || !Character.isUpperCase(out.codePointAt(0))) {
            out.insert(0, "T");
        }
        return out.toString();
    }

    /** A name for the field of a column. */
    static String field(String column) {
        List<String> words = words(column);
        if (words.isEmpty()) {
            return "column";
        }
        StringBuilder out = new StringBuilder();
        for (String word : words) {
            out.append(out.isEmpty() ? lower(word) : capital(word));
        }
        int underscores = 0;
        while (underscores < column.length() && column.charAt(underscores) == '_') {
            underscores++;
        }
        if (underscores == 0 && !Character.isLetter(out.codePointAt(0))) {
            underscores = 1;
        }
        return "_".repeat(underscores) + out;
    }

    /** Whether the language itself finds the table for the model. */
    static boolean isTableOf(String model, String table) {
        return Identifiers.shorten(Names.table(model), "").equals(table);
    }

    /** Whether the language itself finds the column, enum or other object for the name. */
    static boolean isSnakeOf(String name, String inDatabase) {
        return Identifiers.shorten(Names.snake(name), "").equals(inDatabase);
    }

    static String capital(String word) {
        int first = word.offsetByCodePoints(0, 1);
        return word.substring(0, first).toUpperCase(Locale.ROOT) + word.substring(first);
    }

    /** A first word in small letters; one all in capitals becomes small as a whole. */
    static String lower(String word) {
        if (word.equals(word.toUpperCase(Locale.ROOT))) {
            return word.toLowerCase(Locale.ROOT);
        }
        int first = word.offsetByCodePoints(0, 1);
        return word.substring(0, first).toLowerCase(Locale.ROOT) + word.substring(first);
    }

    private static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        for (String word : name.split("[^\\p{L}\\p{Nd}]+")) {
            if (!word.isEmpty()) {
                words.add(word.equals(word.toUpperCase(Locale.ROOT)) ? word.toLowerCase(Locale.ROOT) : word);
            }
        }
        return words;
    }

    /** A word is a plural only where its singular has it as plural. */
    private static String singular(String word) {
        if (SINGULAR.contains(word) || SINGULAR_ENDS.stream().anyMatch(word::endsWith)) {
            return word;
        }
        List<String> candidates = new ArrayList<>();
        if (IRREGULAR.containsKey(word)) {
            candidates.add(IRREGULAR.get(word));
        }
        cut(word, "ies", "y", candidates);
        cut(word, "ves", "f", candidates);
        cut(word, "ves", "fe", candidates);
        cut(word, "ices", "ix", candidates);
        cut(word, "ices", "ex", candidates);
        for (String sibilant : List.of("x", "ch", "sh", "ss", "z")) {
            cut(word, sibilant + "es", sibilant, candidates);
        }
        if (!word.matches("(.*[aof])?uses")) {
            cut(word, "uses", "us", candidates);
        }
        cut(word, "s", "", candidates);
        cut(word, "es", "", candidates);
        cut(word, "a", "um", candidates);
        cut(word, "a", "on", candidates);
        return candidates.stream()
                .filter(candidate ->
                        candidate.length() > 1 && Names.table(candidate).equals(word))
                .findFirst()
                .orElse(word);
    }

    private static void cut(String word, String end, String instead, List<String> candidates) {
        if (word.endsWith(end)) {
            candidates.add(word.substring(0, word.length() - end.length()) + instead);
        }
    }
}
