package io.pgorm.migrations.script;

import java.util.List;

/**
 * One statement of a script.
 *
 * @param file the file it stands in, as messages name it
 * @param line the line of its first word, from 1
 * @param sql the statement without its final semicolon and without comments before it
 * @param words the words of its code outside of parentheses, in lower case; quoted names and literals are none
 */
public record ScriptStatement(String file, int line, String sql, List<String> words) {

    public ScriptStatement {
        words = List.copyOf(words);
    }

    /** Whether the statement begins with these words. */
    public boolean startsWith(String... first) {
        return words.size() >= first.length && words.subList(0, first.length).equals(List.of(first));
    }

    /** Where it stands, for messages: {@code schema.sql:12}. */
    public String place() {
        return file + ":" + line;
    }
}
