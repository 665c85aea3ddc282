package io.pgorm.migrations.rows.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Texts that match a regular expression of simple form: characters, classes, groups, alternatives, repetitions. What it
 * cannot read gives no text; a wrong guess does no harm, since the server has the last word.
 */
final class MatchingText {

    private static final String DIGITS = "0123456789";
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
    private static final String PRINTABLE = LETTERS + LETTERS.toUpperCase(java.util.Locale.ROOT) + DIGITS + "_-.@ +/:#";

    private final String pattern;
    private final int variant;
    private int at;

    private MatchingText(String pattern, int variant) {
        this.pattern = pattern;
        this.variant = variant;
    }

    static List<String> of(String pattern) {
        List<String> texts = new ArrayList<>();
        for (int variant = 0; variant < 6; variant++) {
            one(pattern, variant).filter(text -> !texts.contains(text)).ifPresent(texts::add);
        }
        return texts;
    }

    private static Optional<String> one(String pattern, int variant) {
        try {
            MatchingText reader = new MatchingText(pattern, variant);
            String text = reader.alternatives();
            return reader.at == pattern.length() ? Optional.of(text) : Optional.empty();
        } catch (StringIndexOutOfBoundsException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private String alternatives() {
        List<String> branches = new ArrayList<>(List.of(branch()));
        while (at < pattern.length() && pattern.charAt(at) == '|') {
            at++;
            branches.add(branch());
        }
        return branches.get(variant % branches.size());
    }

    private String branch() {
        StringBuilder text = new StringBuilder();
        while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
            int start = at;
            String atom = atom();
            int afterAtom = at;
            int times = repetitions();
            for (int i = 0; i < times; i++) {
                text.append(atom);
            }
            if (at == start || afterAtom == start) {
                throw new StringIndexOutOfBoundsException(at);
            }
        }
        return text.toString();
    }

    private String atom() {
        char c = pattern.charAt(at++);
        return switch (c) {
            case '^', '$' -> "";
            case '.' -> pick(LETTERS);
            case '(' -> group();
            case '[' -> pick(set());
            case '\\' -> escape(pattern.charAt(at++));
            default -> String.valueOf(c);
        };
    }

    private String group() {
        if (pattern.startsWith("?:", at)) {
            at += 2;
        } else if (pattern.startsWith("?", at)) {
            throw new StringIndexOutOfBoundsException(at);
        }
        String text = alternatives();
        if (pattern.charAt(at++) != ')') {
            throw new StringIndexOutOfBoundsException(at);
        }
        return text;
    }

    private String escape(char c) {
        return switch (c) {
            case 'd' -> pick(DIGITS);
            case 'w' -> pick(LETTERS);
            case 's' -> " ";
            case 'S', 'D' -> pick(LETTERS);
            case 'W' -> "-";
            case 'A', 'Z', 'm', 'M', 'y' -> "";
            case 't' -> "\t";
            case 'n' -> "\n";
            default -> String.valueOf(c);
        };
    }

    private String pick(String characters) {
        return String.valueOf(characters.charAt(variant % characters.length()));
    }

    private String set() {
        boolean negated = pattern.charAt(at) == '^';
        if (negated) {
            at++;
        }
        StringBuilder characters = new StringBuilder();
        int first = at;
        while (pattern.charAt(at) != ']' || at == first) {
            if (pattern.startsWith("[:", at)) {
                int end = pattern.indexOf(":]", at);
                characters.append(named(pattern.substring(at + 2, end)));
                at = end + 2;
            } else {
                char from = literalInSet();
                if (pattern.charAt(at) == '-' && pattern.charAt(at + 1) != ']') {
                    at++;
                    char to = literalInSet();
                    for (char c = from; c <= to; c++) {
                        characters.append(c);
                    }
                } else if (from == 'd' && pattern.charAt(at - 2) == '\\') {
                    characters.append(DIGITS);
                } else if (from == 'w' && pattern.charAt(at - 2) == '\\') {
                    characters.append(LETTERS);
                } else {
                    characters.append(from);
                }
            }
        }
        at++;
        if (!negated) {
            return characters.toString();
        }
        StringBuilder others = new StringBuilder();
        PRINTABLE
                .chars()
                .filter(c -> characters.indexOf(String.valueOf((char) c)) < 0)
                .forEach(c -> others.append((char) c));
        return others.toString();
    }

    private char literalInSet() {
        char c = pattern.charAt(at++);
        return c == '\\' ? pattern.charAt(at++) : c;
    }

    private static String named(String name) {
        return switch (name) {
            case "digit", "xdigit" -> DIGITS;
            case "upper" -> LETTERS.toUpperCase(java.util.Locale.ROOT);
            case "space" -> " ";
            case "punct" -> ".,-";
            default -> LETTERS;
        };
    }

    /** How often the atom stands there: as seldom as it may, once more in some variants. */
    private int repetitions() {
        if (at >= pattern.length()) {
            return 1;
        }
        int times = switch (pattern.charAt(at)) {
            case '*' -> skip(1 + variant % 2);
            case '+' -> skip(1 + variant % 3);
            case '?' -> skip(variant % 2);
            case '{' -> counted();
            default -> 1;
        };
        if (at < pattern.length()
                && pattern.charAt(at) == '?'
                && at > 0
                && "*+?}".indexOf(pattern.charAt(at - 1)) >= 0) {
            at++;
        }
        return times;
    }

    private int skip(int times) {
        at++;
        return times;
    }

    private int counted() {
        int end = pattern.indexOf('}', at);
        String[] bounds = pattern.substring(at + 1, end).split(",", -1);
        at = end + 1;
        int least = Integer.parseInt(bounds[0].strip());
        if (bounds.length == 1) {
            return least;
        }
        int most = bounds[1].isBlank() ? least + 2 : Integer.parseInt(bounds[1].strip());
        return Math.min(most, Math.max(least, 1) + variant % 2);
    }
}
