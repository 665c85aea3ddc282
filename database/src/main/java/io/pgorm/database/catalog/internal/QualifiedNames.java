package io.pgorm.database.catalog.internal;

import io.pgorm.ir.QualifiedName;

/** Names out of the text that PostgreSQL prints. Stateless. */
final class QualifiedNames {

    private QualifiedNames() {}

    /**
     * @param text {@code name}, {@code "a b".name}
     * @param schema where the name stands alone
     */
    static QualifiedName parse(String text, String schema) {
        int end = new Deparsed(text).nameEnd(0);
        if (end < text.length() && text.charAt(end) == '.') {
            return new QualifiedName(
                    Deparsed.unquote(text.substring(0, end)), Deparsed.unquote(text.substring(end + 1)));
        }
        return new QualifiedName(schema, Deparsed.unquote(text));
    }
}
