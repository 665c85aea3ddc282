package io.pgorm.sdl.internal.syntax;

import io.pgorm.sdl.Codes;
import io.pgorm.sdl.SourceFile;
import io.pgorm.sdl.internal.Report;
import io.pgorm.sdl.internal.grammar.PgormLexer;
import io.pgorm.sdl.internal.grammar.PgormParser;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;

/** Reads a file into declarations; what cannot be read is reported and left out. Stateless. */
public final class ParseFile {

    /** How deep brackets may nest. No schema comes near it; it keeps the parser's stack bounded. */
    static final int MAX_DEPTH = 32;

    private ParseFile() {}

    /** A file as the parser read it. Where errors were reported, parts are missing. */
    public record Parsed(SourceText source, CommonTokenStream tokens, PgormParser.SchemaContext schema) {}

    public static List<Declaration> parse(SourceFile file, Report report) {
        return read(file, report)
                .map(parsed -> new BuildTree(parsed.source(), parsed.tokens(), report).declarations(parsed.schema()))
                .orElse(List.of());
    }

    /** Only the syntax; empty where even that could not be looked at. */
    public static Optional<Parsed> read(SourceFile file, Report report) {
        SourceText source = new SourceText(file.name(), file.text());
        PgormLexer lexer = new PgormLexer(CharStreams.fromString(file.text(), file.name()));
        lexer.removeErrorListeners();
        CommonTokenStream tokens = new CommonTokenStream(lexer);
        tokens.fill();
        if (isTooDeep(tokens.getTokens(), source, report)) {
            return Optional.empty();
        }
        PgormParser parser = new PgormParser(tokens);
        parser.reportTo(source, report);
        return Optional.of(new Parsed(source, tokens, parser.schema()));
    }

    private static boolean isTooDeep(List<Token> tokens, SourceText source, Report report) {
        int depth = 0;
        for (Token token : tokens) {
            if (DescribeError.opens(token)) {
                depth++;
            } else if (DescribeError.closes(token)) {
                depth = Math.max(0, depth - 1);
            }
            if (depth > MAX_DEPTH) {
                report.error(
                        Codes.NESTED_TOO_DEEP,
                        source.span(token),
                        "brackets are nested more than " + MAX_DEPTH + " deep",
                        "something may be left open further up");
                return true;
            }
        }
        return false;
    }
}
