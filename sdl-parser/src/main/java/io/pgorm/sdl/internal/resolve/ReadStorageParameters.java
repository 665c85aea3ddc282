package io.pgorm.sdl.internal.resolve;

import io.pgorm.ir.diagnostic.SourceSpan;
import io.pgorm.sdl.Codes;
import io.pgorm.sdl.internal.Report;
import io.pgorm.sdl.internal.syntax.Name;
import io.pgorm.sdl.internal.syntax.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads <code>with: { fillfactor: 70 }</code>. They become DDL as they stand, so only plain words and numbers pass. */
final class ReadStorageParameters {

    private ReadStorageParameters() {}

    static Map<String, String> read(Arguments arguments, Report report) {
        Optional<Value> value = arguments.value("with");
        Map<String, String> parameters = new LinkedHashMap<>();
        if (value.isEmpty()) {
            return parameters;
        }
        if (!(value.get() instanceof Value.Entries(List<Value.Entry> entries, SourceSpan span))) {
            arguments.wrong(value.get(), "with", "parameters in braces, `{ fillfactor: 70 }`");
            return parameters;
        }
        for (Value.Entry entry : entries) {
            Optional<String> text = plain(entry.value());
            boolean good = text.isPresent() && isAscii(entry.name().text());
            if (!good) {
                report.error(
                        Codes.BAD_STORAGE_PARAMETER,
                        entry.value().span(),
                        "the storage parameter " + entry.name() + " takes a number, a word, or true or false");
            } else if (parameters.putIfAbsent(entry.name().text(), text.get()) != null) {
                report.error(
                        Codes.BAD_STORAGE_PARAMETER,
                        entry.name().span(),
                        "the storage parameter " + entry.name() + " stands here twice");
            }
        }
        return parameters;
    }

    /** A number or a word, which may become DDL as it stands. */
    static Optional<String> plain(Value value) {
        return switch (value) {
            case Value.Number(String number, SourceSpan at) -> Optional.of(number);
            case Value.Word(Name word) when isAscii(word.text()) -> Optional.of(word.text());
            default -> Optional.empty();
        };
    }

    static boolean isAscii(String word) {
        return word.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || c == '_'));
    }
}
