package io.pgorm.client.type;

import java.util.BitSet;

/**
 * A {@code bit} or {@code bit varying} of PostgreSQL, which has a length beside its bits. Immutable.
 *
 * @param digits {@code 0} and {@code 1}, the first bit at the left
 */
public record BitString(String digits) {

    /** @throws IllegalArgumentException if there is another letter */
    public BitString {
        if (digits.chars().anyMatch(digit -> digit != '0' && digit != '1')) {
            throw new IllegalArgumentException("a string of bits is written in 0 and 1");
        }
    }

    /** The first {@code length} bits of a set. */
    public static BitString of(BitSet bits, int length) {
        StringBuilder digits = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            digits.append(bits.get(i) ? '1' : '0');
        }
        return new BitString(digits.toString());
    }

    public int length() {
        return digits.length();
    }

    /** Whether the bit is set; the first is 0. */
    public boolean get(int index) {
        return digits.charAt(index) == '1';
    }

    /** Those that are set. */
    public BitSet toBitSet() {
        BitSet bits = new BitSet(digits.length());
        for (int i = 0; i < digits.length(); i++) {
            bits.set(i, get(i));
        }
        return bits;
    }

    @Override
    public String toString() {
        return digits;
    }
}
