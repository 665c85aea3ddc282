package io.pgorm.ddl.internal.order;

import io.pgorm.ir.ObjectName;
import io.pgorm.ir.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds in SQL what it makes: the names behind CREATE. Stateless. */
final class Definitions {

    private static final Map<String, ObjectName.Kind> KINDS = Map.ofEntries(
            Map.entry("table", ObjectName.Kind.TABLE),
            Map.entry("view", ObjectName.Kind.VIEW),
            Map.entry("type", ObjectName.Kind.TYPE),
            Map.entry("domain", ObjectName.Kind.DOMAIN),
            Map.entry("sequence", ObjectName.Kind.SEQUENCE),
            Map.entry("index", ObjectName.Kind.INDEX),
            Map.entry("function", ObjectName.Kind.FUNCTION),
            Map.entry("procedure", ObjectName.Kind.PROCEDURE),
            Map.entry("aggregate", ObjectName.Kind.AGGREGATE));

    private static final Set<String> BETWEEN = Set.of(
            "or",
            "replace",
            "unlogged",
            "unique",
            "foreign",
            "materialized",
            "recursive",
            "if",
            "not",
            "exists",
            "concurrently");

    private Definitions() {}

    static List<ObjectName> in(String sql) {
        List<ObjectName> found = new ArrayList<>();
        List<Mentions.Mention> words = Mentions.in(sql);
        for (int i = 0; i < words.size(); i++) {
            if (isWord(words.get(i), "create")) {
                int at = skip(words, i + 1);
                ObjectName.Kind kind =
                        at < words.size() ? KINDS.get(words.get(at).parts().getFirst()) : null;
                int name = skip(words, at + 1);
                if (kind != null && name < words.size()) {
                    found.add(ObjectName.of(kind, name(words.get(name))));
                }
            }
        }
        return found;
    }

    private static int skip(List<Mentions.Mention> words, int from) {
        int at = from;
        while (at < words.size()
                && words.get(at).parts().size() == 1
                && BETWEEN.contains(words.get(at).parts().getFirst())) {
            at++;
        }
        return at;
    }

    private static boolean isWord(Mentions.Mention mention, String word) {
        return !mention.body() && mention.parts().equals(List.of(word));
    }

    private static QualifiedName name(Mentions.Mention mention) {
        List<String> parts = mention.parts();
        return parts.size() == 1 ? QualifiedName.of(parts.getFirst()) : new QualifiedName(parts.get(0), parts.get(1));
    }
}
