package io.pgorm.sdl.internal.resolve;

import io.pgorm.ir.SqlText;
import io.pgorm.ir.sql.SqlScanner;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words that PostgreSQL names a check after. Stateless. */
public final class NameCheck {

    private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{Nd}_$]*");

    private NameCheck() {}

    /** The column, if it reads exactly one, wherever it is written; else nothing. */
    public static List<String> parts(SqlText sql, Predicate<String> isColumn) {
        Set<String> used = new LinkedHashSet<>();
        for (SqlText.Part part : sql.parts()) {
            switch (part) {
                case SqlText.ColumnReference reference -> used.add(reference.column());
                case SqlText.TableReference reference -> {}
                case SqlText.Text text ->
                    SqlScanner.scan(text.sql()).forEach(segment -> addColumns(segment, isColumn, used));
            }
        }
        return used.size() == 1 ? List.copyOf(used) : List.of();
    }

    private static void addColumns(SqlScanner.Segment segment, Predicate<String> isColumn, Set<String> used) {
        switch (segment.kind()) {
            case CODE -> {
                Matcher words = WORD.matcher(segment.text());
                while (words.find()) {
                    add(words.group().toLowerCase(Locale.ROOT), isColumn, used);
                }
            }
            case QUOTED_IDENTIFIER -> {
                String name = segment.text().substring(1, segment.text().length() - 1);
                add(name.replace("\"\"", "\""), isColumn, used);
            }
            case LITERAL, COMMENT -> {}
        }
    }

    private static void add(String word, Predicate<String> isColumn, Set<String> used) {
        if (isColumn.test(word)) {
            used.add(word);
        }
    }
}
