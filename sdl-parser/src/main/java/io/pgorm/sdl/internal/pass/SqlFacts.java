package io.pgorm.sdl.internal.pass;

import io.pgorm.ir.SqlText;
import io.pgorm.ir.sql.SqlScanner;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an SQL expression calls and reads, as far as that can be told without parsing it. Literals and comments are
 * passed over. Immutable.
 */
final class SqlFacts {

    /** Stands for a literal, or for a name in quotes or braces, in the flat text. */
    private static final char LITERAL = '\u0001';

    private static final char NAME = '\u0002';

    private static final Pattern CALL =
            Pattern.compile("(?:([\\p{L}_][\\p{L}\\p{Nd}_$]*|\u0002)\\s*\\.\\s*)?([\\p{L}_][\\p{L}\\p{Nd}_$]*)\\s*\\(");
    private static final Pattern WORD = Pattern.compile("(?<![.\\p{L}\\p{Nd}_$])[\\p{L}_][\\p{L}\\p{Nd}_$]*");
    /** Not the name of a type or of a function, nor a word of EXTRACT or of an argument: {@code extract(year FROM x)}. */
    private static final Pattern COLUMN = Pattern.compile("\u0002|(?<!::)(?<!\\b[aA][sS]\\s)" + WORD.pattern()
            + "(?![\\p{L}\\p{Nd}_$]|\\s*\\(|\\s*\u0001|\\s*=>|\\s*:=|\\s+(?i:from)\\b)");

    private static final Pattern CAST = Pattern.compile(
            "(\u0002|(?<![.\\p{L}\\p{Nd}_$)])[\\p{L}_][\\p{L}\\p{Nd}_$]*)\\s*::\\s*([\\p{L}_]+)",
            Pattern.CASE_INSENSITIVE);

    private final String flat;
    /** What each name marker stands for, in order. */
    private final List<String> names;

    /** The plain words of it in lower case. */
    private final Set<String> words = new HashSet<>();

    private SqlFacts(String flat, List<String> names) {
        this.flat = flat;
        this.names = names;
        Matcher found = WORD.matcher(flat);
        while (found.find()) {
            words.add(found.group().toLowerCase(Locale.ROOT));
        }
    }

    /**
     * A call of a function.
     *
     * @param schema where one is written
     * @param name in lower case
     * @param arguments each as it stands, without literals
     */
    record Call(Optional<String> schema, String name, List<String> arguments) {}

    /** A cast of a column: {@code created_at::date}. */
    record Cast(String column, String type) {}

    static SqlFacts of(SqlText sql) {
        StringBuilder flat = new StringBuilder();
        List<String> names = new ArrayList<>();
        for (SqlText.Part part : sql.parts()) {
            switch (part) {
                case SqlText.ColumnReference reference -> {
                    names.add(reference.column());
                    flat.append(NAME);
                }
                case SqlText.TableReference reference -> flat.append(LITERAL);
                case SqlText.Text text -> {
                    for (SqlScanner.Segment segment : SqlScanner.scan(text.sql())) {
                        switch (segment.kind()) {
                            case CODE -> flat.append(segment.text());
                            case LITERAL -> flat.append(LITERAL);
                            case COMMENT -> flat.append(' ');
                            case QUOTED_IDENTIFIER -> {
                                names.add(unquoted(segment.text()));
                                flat.append(NAME);
                            }
                        }
                    }
                }
            }
        }
        return new SqlFacts(flat.toString(), names);
    }

    private static String unquoted(String identifier) {
        return identifier.length() < 2
                ? identifier
                : identifier.substring(1, identifier.length() - 1).replace("\"\"", "\"");
    }

    /** The calls of functions by plain names. */
    List<Call> calls() {
        List<Call> calls = new ArrayList<>();
        Matcher matcher = CALL.matcher(flat);
        int from = 0;
        while (matcher.find(from)) {
            Optional<String> schema = Optional.ofNullable(matcher.group(1)).map(each -> name(each, matcher.start(1)));
            calls.add(new Call(schema, matcher.group(2).toLowerCase(Locale.ROOT), arguments(matcher.end())));
            from = matcher.end();
        }
        return calls;
    }

    private String name(String text, int at) {
        return text.charAt(0) == NAME ? marked(at) : text.toLowerCase(Locale.ROOT);
    }

    private String marked(int at) {
        int index = (int) flat.substring(0, at).chars().filter(c -> c == NAME).count();
        return names.get(index);
    }

    private List<String> arguments(int open) {
        List<String> arguments = new ArrayList<>();
        int depth = 0;
        int start = open;
        for (int at = open; at < flat.length(); at++) {
            char c = flat.charAt(at);
            if (c == '(' || c == '[') {
                depth++;
            } else if (depth > 0 && (c == ')' || c == ']')) {
                depth--;
            } else if (c == ')') {
                if (!arguments.isEmpty() || !flat.substring(start, at).isBlank()) {
                    arguments.add(argument(start, at));
                }
                return arguments;
            } else if (c == ',' && depth == 0) {
                arguments.add(argument(start, at));
                start = at + 1;
            }
        }
        return arguments;
    }

    /** A column by its name, anything else as it stands. */
    private String argument(int start, int end) {
        String text = flat.substring(start, end).strip();
        return text.equals(String.valueOf(NAME)) ? marked(flat.indexOf(NAME, start)) : text;
    }

    /** Whether the word stands somewhere in it, as itself and not as a name in quotes. */
    boolean hasWord(String word) {
        return words.contains(word);
    }

    /** Every name that a column could have: quoted and in braces as it stands, plain words in lower case. */
    List<String> possibleColumns() {
        List<String> found = new ArrayList<>();
        Matcher columns = COLUMN.matcher(flat);
        while (columns.find()) {
            found.add(name(columns.group(), columns.start()));
        }
        return found;
    }

    List<Cast> casts() {
        List<Cast> casts = new ArrayList<>();
        Matcher matcher = CAST.matcher(flat);
        while (matcher.find()) {
            casts.add(new Cast(
                    name(matcher.group(1), matcher.start(1)), matcher.group(2).toLowerCase(Locale.ROOT)));
        }
        return casts;
    }
}
