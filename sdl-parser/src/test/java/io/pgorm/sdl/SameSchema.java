package io.pgorm.sdl;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgorm.sdl.internal.Report;
import io.pgorm.sdl.internal.syntax.ParseFile;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;

/** What a formatter must not change: what a file says, its comments, and what it has formatted itself. */
final class SameSchema {

    private SameSchema() {}

    static void check(String source, String formatted) {
        assertThat(SchemaFormatter.format(formatted)).as(source).isEqualTo(formatted);
        assertThat(comments(formatted)).as(source).isEqualTo(comments(source));
        assertThat(tree(formatted)).as(source).isEqualTo(tree(source));
        assertThat(ir(formatted)).as(source).isEqualTo(ir(source));
    }

    private static List<String> comments(String source) {
        List<String> comments = new ArrayList<>();
        ParseFile.Parsed parsed =
                ParseFile.read(new SourceFile("a.pgorm", source), new Report()).orElseThrow();
        for (Token token : parsed.tokens().getTokens()) {
            if (token.getChannel() != Token.DEFAULT_CHANNEL) {
                comments.add(token.getText().stripTrailing());
            }
        }
        return comments;
    }

    /** The syntax tree, documentation and texts of strings in it, without its places. */
    private static String tree(String source) {
        return ParseFile.parse(new SourceFile("a.pgorm", source), new Report())
                .toString()
                .replaceAll("SourceSpan\\[[^]]*]", "");
    }

    private static String ir(String source) {
        Compilation compilation =
                new SchemaCompiler(List.of(new GeoExtension())).compile(List.of(new SourceFile("a.pgorm", source)));
        return compilation
                .schema()
                .map(schema -> schema.toString().replaceAll("SourceSpan\\[[^]]*]", ""))
                .orElse("");
    }
}
