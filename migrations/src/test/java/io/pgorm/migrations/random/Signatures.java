package io.pgorm.migrations.random;

/** Messages without what differs from case to case. Stateless. */
final class Signatures {

    private Signatures() {}

    static String of(String message) {
        String plain = message.replaceAll("\"\"", "")
                .replaceAll("\"[^\"\\n]*\"", "?")
                .replaceAll("'[^'\\n]*'", "?")
                .replaceAll("\\b\\w+_\\d+\\w*", "?")
                .replaceAll("\\d+", "0")
                .replaceAll("\\bpublic\\.", "");
        plain = plain.replaceAll("\\?(\\.\\?)+", "?").replaceAll("\\(\\?(, \\?)+\\)", "(?)");
        return plain.length() > 200 ? plain.substring(0, 200) : plain;
    }
}
