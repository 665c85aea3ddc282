package io.pgorm.client.type;

import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A {@code macaddr} of PostgreSQL. Immutable.
 *
 * @param bits the 48 bits of the address, the first at the left
 */
public record MacAddress(long bits) {

    private static final int BYTES = 6;
    private static final Pattern TEXT = Pattern.compile("[0-9a-fA-F]{2}(:[0-9a-fA-F]{2}){5}");

    /** @throws IllegalArgumentException if there are more than 48 bits */
    public MacAddress {
        if (bits >>> BYTES * Byte.SIZE != 0) {
            throw new IllegalArgumentException("an address has 48 bits");
        }
    }

    /**
     * Reads {@code 08:00:2b:01:02:03}.
     *
     * @throws IllegalArgumentException if it is no such text
     */
    public static MacAddress parse(String text) {
        if (!TEXT.matcher(text).matches()) {
            throw new IllegalArgumentException("no hardware address; write 08:00:2b:01:02:03");
        }
        return new MacAddress(Long.parseLong(text.replace(":", ""), 16));
    }

    @Override
    public String toString() {
        byte[] bytes = new byte[BYTES];
        for (int i = 0; i < BYTES; i++) {
            bytes[i] = (byte) (bits >>> (BYTES - 1 - i) * Byte.SIZE);
        }
        return HexFormat.ofDelimiter(":").formatHex(bytes);
    }
}
