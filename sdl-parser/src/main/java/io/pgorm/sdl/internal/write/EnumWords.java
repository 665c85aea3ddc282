package io.pgorm.sdl.internal.write;

import io.pgorm.ir.EnumType;
import io.pgorm.ir.Schema;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** What the labels of enums are called in the text: themselves where they can be words. Immutable. */
final class EnumWords {

    private static final Set<String> METHODS =
            Set.of("clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

    private final Map<EnumType, Map<String, String>> words = new HashMap<>();

    EnumWords(Schema schema) {
        schema.enums().forEach(type -> words.put(type, words(type)));
    }

    Optional<String> word(EnumType type, String label) {
        return Optional.ofNullable(words.getOrDefault(type, Map.of()).get(label));
    }

    private static Map<String, String> words(EnumType type) {
        Map<String, String> words = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        for (EnumType.Value value : type.values()) {
            if (isWord(value.label())) {
                taken.add(value.label());
            }
        }
        for (EnumType.Value value : type.values()) {
            String label = value.label();
            String word = label;
            if (!isWord(label)) {
                String base = label.replaceAll("[^\\p{L}\\p{Nd}]+", "_");
                base = base.isEmpty() || !Character.isLetter(base.codePointAt(0)) ? "_" + base : base;
                base = base.chars().allMatch(c -> c == '_') ? "value" : base;
                base = isWord(base) ? base : base + "_";
                word = base;
                for (int i = 2; !taken.add(word); i++) {
                    word = base + i;
                }
            }
            words.put(label, word);
        }
        return words;
    }

    private static boolean isWord(String label) {
        return Strings.isWord(label)
                && !SourceVersion.isKeyword(label)
                && !METHODS.contains(label)
                && label.chars().anyMatch(c -> c != '_');
    }
}
