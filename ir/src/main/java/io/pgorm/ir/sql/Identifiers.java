package io.pgorm.ir.sql;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/** Identifiers of PostgreSQL: the one place where a name becomes SQL. Stateless. */
public final class Identifiers {

    /** PostgreSQL cuts longer names, with a notice only: NAMEDATALEN - 1. */
    public static final int MAX_BYTES = 63;

    private Identifiers() {}

    /**
     * The name between double quotes, so that case, reserved words and any character are kept.
     *
     * @throws IllegalArgumentException if the name is empty, holds a NUL, or is over {@value #MAX_BYTES} bytes of UTF-8
     */
    public static String quote(String name) {
        if (name.isEmpty() || name.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("an identifier of PostgreSQL is not empty and holds no NUL");
        }
        if (byteLength(name) > MAX_BYTES) {
            throw new IllegalArgumentException("identifier over " + MAX_BYTES + " bytes: " + name);
        }
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** Length in UTF-8, which is what PostgreSQL's limit counts. */
    public static int byteLength(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length;
    }

    /**
     * The name itself where it fits, else its beginning and a hash of the whole: two long names with the same
     * beginning stay two names, and the same name is shortened the same way each time.
     *
     * @param suffix what must stay readable at the end, such as {@code _fkey}; may be empty
     */
    public static String shorten(String stem, String suffix) {
        String whole = stem + suffix;
        if (byteLength(whole) <= MAX_BYTES) {
            return whole;
        }
        CRC32C crc = new CRC32C();
        crc.update(whole.getBytes(StandardCharsets.UTF_8));
        String hash = "_" + HexFormat.of().toHexDigits((int) crc.getValue());
        int room = MAX_BYTES - hash.length() - byteLength(suffix);
        StringBuilder kept = new StringBuilder();
        int used = 0;
        for (int codePoint : stem.codePoints().toArray()) {
            int bytes = byteLength(Character.toString(codePoint));
            if (used + bytes > room) {
                break;
            }
            kept.appendCodePoint(codePoint);
            used += bytes;
        }
        return kept + hash + suffix;
    }
}
