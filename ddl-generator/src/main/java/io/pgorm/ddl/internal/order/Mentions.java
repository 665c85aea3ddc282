package io.pgorm.ddl.internal.order;

import io.pgorm.ir.sql.SqlScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds in SQL what may be names of objects. It does not parse: it finds all there are, and some that are not, such as
 * an alias that is named like a table. Stateless.
 */
public final class Mentions {

    /** Functions whose first argument is the name of a relation as a string. */
    private static final Set<String> TAKE_NAMES =
            Set.of("nextval", "currval", "setval", "to_regclass", "to_regtype", "pg_get_serial_sequence");

    /** Words that name nothing unless they are quoted. */
    private static final Set<String> RESERVED = Set.of(
            ("all analyse analyze and any array as asc asymmetric both case cast check collate column constraint create"
                            + " current_catalog current_date current_role current_time current_timestamp current_user"
                            + " default deferrable desc distinct do else end except false fetch for foreign from grant"
                            + " group having in initially intersect into lateral leading limit localtime"
                            + " localtimestamp not null offset on only or order placing primary references returning"
                            + " select session_user some symmetric system_user table then to trailing true union unique"
                            + " user using variadic when where window with")
                    .split(" "));

    private Mentions() {}

    /**
     * A name with what stands before its dots.
     *
     * @param parts folded to lower case unless quoted
     * @param call whether a parenthesis follows, as behind the name of a function
     * @param body whether it stands in a string that is the body of a routine
     * @param reserved whether it is a word of SQL, which cannot be a name
     */
    public record Mention(List<String> parts, boolean call, boolean body, boolean reserved) {
        public Mention {
            parts = List.copyOf(parts);
        }
    }

    /** In the order of the text. */
    public static List<Mention> in(String sql) {
        List<Mention> found = new ArrayList<>();
        collect(sql, false, found);
        return found;
    }

    private static void collect(String sql, boolean body, List<Mention> found) {
        List<Token> tokens = tokens(sql);
        int at = 0;
        while (at < tokens.size()) {
            Token token = tokens.get(at);
            if (token.kind() == Kind.STRING) {
                collectString(tokens, at, body, found);
                at++;
            } else if (token.kind() == Kind.NAME) {
                List<String> parts = new ArrayList<>(List.of(token.text()));
                boolean reserved = !token.quoted() && RESERVED.contains(token.text());
                while (at + 2 < tokens.size()
                        && tokens.get(at + 1).is(".")
                        && tokens.get(at + 2).kind() == Kind.NAME) {
                    parts.add(tokens.get(at + 2).text());
                    at += 2;
                }
                at++;
                found.add(
                        new Mention(parts, at < tokens.size() && tokens.get(at).is("("), body, reserved));
            } else {
                at++;
            }
        }
    }

    private static void collectString(List<Token> tokens, int at, boolean body, List<Mention> found) {
        String text = tokens.get(at).text();
        boolean isBody = at > 0 && tokens.get(at - 1).isWord("as");
        if (text.startsWith("$") || isBody) {
            // a DO block runs at once, and says only DO before it
            boolean now = at > 0 && tokens.get(at - 1).isWord("do");
            collect(content(text), body || !now, found);
            return;
        }
        boolean argument = at > 1
                && tokens.get(at - 1).is("(")
                && TAKE_NAMES.contains(tokens.get(at - 2).text());
        boolean cast = at + 3 < tokens.size()
                && tokens.get(at + 1).is(":")
                && tokens.get(at + 2).is(":")
                && tokens.get(at + 3).text().startsWith("reg");
        if (argument || cast) {
            collect(content(text), body, found);
        }
    }

    private static String content(String literal) {
        if (literal.startsWith("$")) {
            int tag = literal.indexOf('$', 1) + 1;
            return tag > 0 && literal.length() >= 2 * tag ? literal.substring(tag, literal.length() - tag) : "";
        }
        return literal.length() < 2
                ? ""
                : literal.substring(1, literal.length() - 1).replace("''", "'");
    }

    private enum Kind {
        NAME,
        STRING,
        SIGN
    }

    private record Token(Kind kind, String text, boolean quoted) {
        boolean is(String sign) {
            return kind == Kind.SIGN && text.equals(sign);
        }

        boolean isWord(String word) {
            return kind == Kind.NAME && !quoted && text.equals(word);
        }
    }

    private static List<Token> tokens(String sql) {
        List<Token> tokens = new ArrayList<>();
        for (SqlScanner.Segment segment : SqlScanner.scan(sql)) {
            String text = segment.text();
            switch (segment.kind()) {
                case COMMENT -> {}
                case LITERAL -> tokens.add(new Token(Kind.STRING, text, true));
                case QUOTED_IDENTIFIER ->
                    tokens.add(new Token(
                            Kind.NAME,
                            text.substring(1, Math.max(1, text.length() - (segment.closed() ? 1 : 0)))
                                    .replace("\"\"", "\""),
                            true));
                case CODE -> addCode(text, tokens);
            }
        }
        return tokens;
    }

    private static void addCode(String code, List<Token> tokens) {
        int at = 0;
        while (at < code.length()) {
            char c = code.charAt(at);
            int end = at;
            while (end < code.length() && SqlScanner.isWordPart(code.charAt(end))) {
                end++;
            }
            if (end > at) {
                if (!Character.isDigit(c)) {
                    tokens.add(new Token(Kind.NAME, code.substring(at, end).toLowerCase(Locale.ROOT), false));
                }
                at = end;
            } else {
                if (!Character.isWhitespace(c)) {
                    tokens.add(new Token(Kind.SIGN, String.valueOf(c), false));
                }
                at++;
            }
        }
    }
}
