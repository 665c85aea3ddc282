package io.pgorm.migrations.recognize;

import java.util.List;

/** The words that stand for kinds of objects behind CREATE, ALTER and DROP. Stateless. */
final class ObjectKinds {

    private static final List<String[]> KINDS = List.of(
            kind("materialized", "view"),
            kind("recursive", "view"),
            kind("foreign", "table"),
            kind("foreign", "data", "wrapper"),
            kind("event", "trigger"),
            kind("constraint", "trigger"),
            kind("operator", "class"),
            kind("operator", "family"),
            kind("text", "search", "configuration"),
            kind("text", "search", "dictionary"),
            kind("access", "method"),
            kind("table"),
            kind("view"),
            kind("schema"),
            kind("database"),
            kind("type"),
            kind("domain"),
            kind("sequence"),
            kind("function"),
            kind("procedure"),
            kind("routine"),
            kind("aggregate"),
            kind("operator"),
            kind("extension"),
            kind("trigger"),
            kind("rule"),
            kind("index"),
            kind("collation"),
            kind("cast"),
            kind("statistics"),
            kind("publication"),
            kind("subscription"),
            kind("server"),
            kind("role"),
            kind("user"),
            kind("policy"));

    private ObjectKinds() {}

    private static String[] kind(String... words) {
        return words;
    }

    /** Passes over a kind and gives it in lower case; empty where there is none. */
    static String read(TokenReader tokens) {
        for (String[] kind : KINDS) {
            if (tokens.accept(kind)) {
                return String.join(" ", kind);
            }
        }
        return "";
    }
}
