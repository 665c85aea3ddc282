package io.pgorm.sdl.internal.resolve;

import io.pgorm.ir.sql.SqlScanner;
import io.pgorm.sdl.Codes;
import io.pgorm.sdl.internal.Report;
import io.pgorm.sdl.internal.syntax.StringValue;
import java.util.Optional;
import java.util.regex.Pattern;

/** An operator class in a string, with its options: {@code "gist_trgm_ops(siglen='32')"}. Stateless. */
final class ReadOperatorClass {

    private static final String WORD = "(?:[\\p{L}_][\\p{L}\\p{Nd}_$]*|\"(?:[^\"]|\"\")+\")";
    private static final String VALUE = "(?:'(?:[^']|'')*'|-?[\\p{L}\\p{Nd}_.]+)";
    private static final String OPTION = "\\s*" + WORD + "\\s*=\\s*" + VALUE + "\\s*";
    private static final Pattern CLASS = Pattern.compile(WORD + "(?:\\s*\\(" + OPTION + "(?:," + OPTION + ")*\\))?");

    private ReadOperatorClass() {}

    /** As it stands; what could be anything else is reported. */
    static Optional<String> read(StringValue string, Report report) {
        String text = string.text().strip();
        boolean closed = SqlScanner.scan(text).stream().allMatch(SqlScanner.Segment::closed);
        if (closed && text.length() < 1000 && CLASS.matcher(text).matches()) {
            return Optional.of(text);
        }
        report.error(
                Codes.BAD_OPERATOR_CLASS,
                string.span(),
                "this is not the name of an operator class",
                "write its name, and its options in parentheses: `\"gist_trgm_ops(siglen='32')\"`");
        return Optional.empty();
    }
}
