package io.pgorm.sdl.internal.syntax;

import io.pgorm.ir.diagnostic.SourceSpan;
import io.pgorm.sdl.Codes;
import io.pgorm.sdl.internal.Report;
import io.pgorm.sdl.internal.Suggest;
import io.pgorm.sdl.internal.grammar.PgormLexer;
import io.pgorm.sdl.internal.grammar.PgormParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.jspecify.annotations.Nullable;

/** Puts syntax errors into the author's terms; what ANTLR would say of them is never shown. For one thread. */
final class DescribeError {

    private static final List<String> DECLARATIONS = List.of(
            "model",
            "enum",
            "session",
            "extension",
            "type",
            "domain",
            "view",
            "materialized view",
            "function",
            "procedure",
            "sequence",
            "schema",
            "role",
            "sql");

    private final SourceText source;
    private final Report report;
    /** Whether an unclosed text has taken the rest of the file. */
    private boolean swallowed;

    DescribeError(SourceText source, Report report) {
        this.source = source;
        this.report = report;
    }

    /** @param leftOpen whether the line ends inside brackets that are closed nowhere */
    void report(Parser parser, RecognitionException problem, boolean leftOpen) {
        if (problem instanceof SyntaxProblem own
                && (own.code == Codes.FIELD_WITHOUT_TYPE
                        || own.code == Codes.MISSING_OPTION
                        || !isLexicalError(own.from))) {
            Optional<String> help = own.help.isEmpty() ? Optional.empty() : Optional.of(own.help);
            report.error(own.code, source.span(own.from, own.to), own.text, help);
            return;
        }
        Token found = problem.getOffendingToken();
        if (isLexicalError(found)) {
            reportLexical(found);
        } else if (found.getType() == Token.EOF) {
            reportEnd(problem, found);
        } else if (leftOpen && problem.getCtx() instanceof ParserRuleContext context && opens(context.getStart())) {
            unclosed(context.getStart());
        } else {
            reportUnexpected(parser, problem, found);
        }
    }

    static boolean isLexicalError(Token token) {
        return switch (token.getType()) {
            case PgormLexer.UNCLOSED_STRING,
                    PgormLexer.UNCLOSED_TEXT_BLOCK,
                    PgormLexer.BAD_NAME,
                    PgormLexer.EQUALS,
                    PgormLexer.ILLEGAL -> true;
            default -> false;
        };
    }

    static boolean opens(Token token) {
        return switch (token.getType()) {
            case PgormLexer.LPAREN, PgormLexer.LBRACKET, PgormLexer.LBRACE -> true;
            default -> false;
        };
    }

    static boolean closes(Token token) {
        return switch (token.getType()) {
            case PgormLexer.RPAREN, PgormLexer.RBRACKET, PgormLexer.RBRACE -> true;
            default -> false;
        };
    }

    private void reportLexical(Token found) {
        SourceSpan span = source.span(found);
        switch (found.getType()) {
            case PgormLexer.UNCLOSED_STRING ->
                report.error(
                        Codes.UNCLOSED_STRING,
                        span,
                        "a string is not closed on its line",
                        "end it with \", or write a text of several lines between \"\"\" and \"\"\"");
            case PgormLexer.UNCLOSED_TEXT_BLOCK -> {
                swallowed = true;
                report.error(
                        Codes.UNCLOSED_STRING,
                        source.span(source.start(found), source.start(found) + 3),
                        "a text that starts with \"\"\" is not closed",
                        "end it with \"\"\"");
            }
            case PgormLexer.BAD_NAME ->
                report.error(
                        Codes.UNEXPECTED,
                        span,
                        "a name cannot begin with a digit: " + found.getText(),
                        "put a letter first, and keep the name in the database with @map(\"" + found.getText() + "\")");
            default -> report.error(Codes.UNEXPECTED, span, "unexpected " + quote(found), illegalHelp(found));
        }
    }

    private static Optional<String> illegalHelp(Token found) {
        return switch (found.getText()) {
            case "'" -> Optional.of("strings stand between double quotes: \"...\"");
            case "#", "/", "*", "-" -> Optional.of("a comment begins with //, documentation with ///");
            case ";" -> Optional.of("nothing ends with a semicolon here; a field ends with its line");
            case "=" -> Optional.of("arguments are named with a colon: `name: value`");
            case "!" -> Optional.of("fields are required unless their type ends with ?");
            default -> Optional.empty();
        };
    }

    /** Points to what was left open, since the end of the file is not where the mistake is. */
    private void reportEnd(RecognitionException problem, Token end) {
        if (swallowed) {
            return;
        }
        for (RuleContext rule = problem.getCtx(); rule != null; rule = rule.parent) {
            ParserRuleContext context = (ParserRuleContext) rule;
            switch (context) {
                case PgormParser.ArgumentsContext open -> {
                    unclosed(open.getStart());
                    return;
                }
                case PgormParser.ListContext open -> {
                    unclosed(open.getStart());
                    return;
                }
                case PgormParser.BracesContext open -> {
                    unclosed(open.getStart());
                    return;
                }
                case PgormParser.DeclarationContext open -> {
                    reportOpenDeclaration(open, end);
                    return;
                }
                default -> {}
            }
        }
        report.error(Codes.UNEXPECTED, source.span(end), "the file ends too early");
    }

    private void reportOpenDeclaration(PgormParser.DeclarationContext open, Token end) {
        Token first = open.getStart();
        Token name = nameAfter(open);
        boolean hasBody = end.getTokenIndex() - first.getTokenIndex() > 2;
        String what = kindOf(first) + (name == null ? "" : " " + name.getText());
        report.error(
                Codes.UNCLOSED_BLOCK,
                source.span(first, name == null ? first : name),
                hasBody ? what + " is not closed" : what + " ends before its body",
                hasBody ? "end it with }" : "write `" + (name == null ? what + " Name" : what) + " { ... }`");
    }

    private static @Nullable Token nameAfter(PgormParser.DeclarationContext open) {
        return open.getChildCount() > 0 && open.getChild(0) instanceof ParserRuleContext kind ? wordOf(kind) : null;
    }

    private static @Nullable Token wordOf(ParserRuleContext declaration) {
        PgormParser.WordContext word = declaration.getRuleContext(PgormParser.WordContext.class, 0);
        return word == null || !RecoveringParser.isWord(word.getStart().getType()) ? null : word.getStart();
    }

    /** What a declaration is, by its first word. */
    static String kindOf(Token first) {
        return first.getType() == PgormLexer.MATERIALIZED ? "materialized view" : first.getText();
    }

    /** The name of a declaration. */
    static String nameOf(ParserRuleContext declaration) {
        Token name = wordOf(declaration);
        return name == null ? "" : name.getText();
    }

    /** The last token of its first words: its name, where it has one. */
    static Token endOfHead(ParserRuleContext declaration) {
        Token name = wordOf(declaration);
        return name == null ? declaration.getStart() : name;
    }

    private void unclosed(Token opening) {
        String closing = switch (opening.getType()) {
            case PgormLexer.LPAREN -> ")";
            case PgormLexer.LBRACKET -> "]";
            default -> "}";
        };
        report.error(
                Codes.UNCLOSED_BLOCK,
                source.span(opening),
                "`" + opening.getText() + "` is not closed",
                "end it with " + closing);
    }

    private void reportUnexpected(Parser parser, RecognitionException problem, Token found) {
        String expected = expected(parser, problem);
        report.error(Codes.UNEXPECTED, source.span(found), "expected " + expected + ", found " + quote(found));
    }

    private static String expected(Parser parser, RecognitionException problem) {
        RuleContext context = problem.getCtx();
        IntervalSet tokens = problem.getExpectedTokens();
        boolean value = tokens != null && tokens.contains(PgormLexer.NUMBER);
        if (context instanceof PgormParser.ArgumentsContext && !value) {
            return "`,` or `)`";
        }
        if (context instanceof PgormParser.ListContext && !value) {
            return "`,` or `]`";
        }
        if (context instanceof PgormParser.BracesContext || context instanceof PgormParser.EntryContext) {
            return "`name: value` pairs inside the braces";
        }
        List<String> words = new ArrayList<>();
        if (tokens != null) {
            if (value) {
                words.add("a value");
            } else if (tokens.contains(PgormLexer.IDENTIFIER)) {
                words.add("a name");
            }
            for (int type : tokens.toArray()) {
                if (type >= PgormLexer.LBRACE && type <= PgormLexer.AT && !value) {
                    words.add("`" + parser.getVocabulary().getLiteralName(type).replace("'", "") + "`");
                } else if (type == PgormLexer.STRING && !value) {
                    words.add("a string");
                }
            }
        }
        if (words.isEmpty() && tokens != null && tokens.contains(PgormLexer.VIEW)) {
            return "`view`";
        }
        return words.isEmpty() ? "something else" : String.join(" or ", words);
    }

    /** A block that is still open where the next declaration begins. */
    SyntaxProblem open(Parser parser, Token next) {
        ParserRuleContext block = parser.getContext();
        Token name = wordOf(block);
        String what = kindOf(block.getStart()) + (name == null ? "" : " " + name.getText());
        return new SyntaxProblem(
                parser,
                Codes.UNCLOSED_BLOCK,
                block.getStart(),
                name == null ? block.getStart() : name,
                what + " is not closed before " + next.getText() + " on line " + next.getLine(),
                "end it with }");
    }

    SyntaxProblem stray(Parser parser, Token stray) {
        String help = switch (stray.getType()) {
            case PgormLexer.AT ->
                "an attribute stands after the type of its field, an attribute of the whole block starts with @@";
            case PgormLexer.COMMA -> "nothing stands between fields but space or a line end";
            case PgormLexer.STRING, PgormLexer.TEXT_BLOCK, PgormLexer.NUMBER -> "a field begins with its name";
            case PgormLexer.LBRACE -> "a block cannot stand inside a block";
            default -> "";
        };
        return new SyntaxProblem(parser, Codes.UNEXPECTED, stray, stray, "unexpected " + quote(stray), help);
    }

    SyntaxProblem misplaced(Parser parser, Token found) {
        String text = found.getText();
        String help = switch (text) {
            case "datasource", "generator" ->
                "a schema holds no connection settings and no generator settings: leave the block out";
            case "}" -> "there is one } too many";
            default -> Suggest.didYouMeanOneOf(text, DECLARATIONS);
        };
        String message = RecoveringParser.isWord(found.getType())
                ? "nothing begins with " + quote(found)
                : "unexpected " + quote(found) + " outside of any block";
        return new SyntaxProblem(parser, Codes.UNKNOWN_DECLARATION, found, found, message, help);
    }

    /** A token between backticks, cut where it is long, on one line, with what cannot be seen as its code. */
    static String quote(Token token) {
        String text = token.getText();
        int end = text.codePoints().anyMatch(c -> c == '\n' || c == '\r')
                ? Math.max(1, text.split("[\r\n]", 2)[0].length())
                : text.length();
        String shown = text.substring(0, end);
        if (shown.codePointCount(0, shown.length()) > 24) {
            shown = shown.substring(0, shown.offsetByCodePoints(0, 24)) + "...";
        }
        int point = text.codePointAt(0);
        boolean invisible = Character.isISOControl(point)
                || Character.getType(point) == Character.FORMAT
                || Character.isWhitespace(point)
                || Character.isSpaceChar(point)
                || point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        return invisible ? "the character U+%04X".formatted(point) : "`" + shown + "`";
    }
}
