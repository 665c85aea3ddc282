package com.example.types;

/**
 * The number of a book, of 13 digits, the last of which checks the others.
 *
 * @param digits 13 of them, without hyphens
 */
public record Isbn(String digits) {

    /** @throws IllegalArgumentException if it is none */
    public Isbn {
        digits = digits.replace("-", "");
        if (!digits.matches("\\d{13}") || checksum(digits) != 0) {
            throw new IllegalArgumentException("not an ISBN: " + digits);
        }
    }

    private static int checksum(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return sum % 10;
    }
}
