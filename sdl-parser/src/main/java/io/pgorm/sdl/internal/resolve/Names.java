package io.pgorm.sdl.internal.resolve;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.atteo.evo.inflector.English;

/**
 * The names that follow from names: columns, tables, plurals. Stateless.
 *
 * <p>Snake case breaks before a capital that follows a small letter or a digit, and before the last capital of a run
 * that a small letter follows: {@code createdAt} is {@code created_at}, {@code HTTPServer} is {@code http_server},
 * {@code userID} is {@code user_id}, {@code address2} stays as it is.
 */
public final class Names {

    /** What tells the plural of a model from the model where English does not. */
    private static final String SAME_PLURAL = "Table";

    private static final Set<String> IRREGULAR_PLURALS = Set.of(
            "children",
            "criteria",
            "data",
            "feet",
            "geese",
            "indices",
            "matrices",
            "media",
            "men",
            "mice",
            "oxen",
            "people",
            "phenomena",
            "teeth",
            "vertices",
            "women");

    /** Words that end so are hardly ever plurals: class, status, analysis. */
    private static final List<String> SINGULAR_ENDINGS = List.of("ss", "us", "is");

    private static final Set<String> SINGULARS_IN_S = Set.of(
            "alias",
            "atlas",
            "bias",
            "canvas",
            "chaos",
            "christmas",
            "cosmos",
            "ethos",
            "gas",
            "kudos",
            "lens",
            "pancreas",
            "pathos",
            "pyjamas",
            "rhinoceros",
            "thermos",
            "texas");

    private Names() {}

    public static String snake(String name) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Character.isUpperCase(c) && i > 0 && name.charAt(i - 1) != '_') {
                char before = name.charAt(i - 1);
                boolean afterSmall = Character.isLowerCase(before) || Character.isDigit(before);
                boolean beforeSmall = i + 1 < name.length() && Character.isLowerCase(name.charAt(i + 1));
                if (afterSmall || Character.isUpperCase(before) && beforeSmall) {
                    out.append('_');
                }
            }
            out.append(c);
        }
        return out.toString().toLowerCase(Locale.ROOT);
    }

    /** The table of a model: {@code BlogPost} is {@code blog_posts}. */
    public static String table(String model) {
        String snake = snake(model);
        int last = snake.lastIndexOf('_') + 1;
        return snake.substring(0, last) + plural(snake.substring(last));
    }

    /**
     * The plural of a model in Java, never the model's own name: {@code BlogPost} is {@code BlogPosts}, {@code Child}
     * is {@code Children}, {@code Sheep}, whose plural is itself, is {@code SheepTable}.
     */
    public static String javaPlural(String model) {
        String snake = snake(model);
        String word = snake.substring(snake.lastIndexOf('_') + 1);
        String plural = plural(word);
        String head = model.substring(0, model.length() - word.length());
        String written = model.substring(model.length() - word.length());
        if (plural.equals(word)) {
            return model + SAME_PLURAL;
        }
        if (plural.startsWith(word)) {
            return model + plural.substring(word.length());
        }
        boolean capital = !written.isEmpty() && Character.isUpperCase(written.charAt(0));
        return head + (capital ? plural.substring(0, 1).toUpperCase(Locale.ROOT) + plural.substring(1) : plural);
    }

    /** The singular of a list field, for the column of a join table: {@code followers} is {@code follower}. */
    public static String singular(String word) {
        int last = word.lastIndexOf('_') + 1;
        String head = word.substring(0, last);
        String tail = word.substring(last);
        String shorter = cut(tail, "es");
        boolean sibilant = List.of("x", "ch", "sh", "ss").stream().anyMatch(shorter::endsWith);
        for (String candidate : List.of(cut(tail, "ies") + "y", sibilant ? shorter : "", cut(tail, "s"))) {
            if (candidate.length() > 1 && plural(candidate).equals(tail)) {
                return head + candidate;
            }
        }
        return word;
    }

    /** The name of the constant that a field becomes in Java. */
    public static String constant(String field) {
        return snake(field).toUpperCase(Locale.ROOT);
    }

    private static String cut(String word, String end) {
        return word.endsWith(end) ? word.substring(0, word.length() - end.length()) : "";
    }

    private static String plural(String word) {
        return word.isEmpty() || isPlural(word) ? word : English.plural(word);
    }

    /** Whether the word is the plural of a shorter one; a singular that only looks so counts as singular. */
    private static boolean isPlural(String word) {
        if (IRREGULAR_PLURALS.contains(word)) {
            return true;
        }
        boolean looksSo = word.length() > 3
                && word.endsWith("s")
                && SINGULAR_ENDINGS.stream().noneMatch(word::endsWith)
                && !SINGULARS_IN_S.contains(word);
        if (!looksSo) {
            return false;
        }
        String shorter = word.substring(0, word.length() - 1);
        String withY = word.endsWith("ies") ? cut(word, "ies") + "y" : shorter;
        String withoutE = word.endsWith("es") ? cut(word, "es") : shorter;
        return List.of(shorter, withY, withoutE).stream()
                .anyMatch(singular -> English.plural(singular).equals(word));
    }
}
