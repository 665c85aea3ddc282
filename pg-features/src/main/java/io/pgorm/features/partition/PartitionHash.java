package io.pgorm.features.partition;

import java.util.stream.IntStream;

/**
 * The rows whose hash leaves this remainder. A table that is cut so takes a row only if there is a partition for it, so that
 * all remainders are made together ({@link #all}); there is no default partition.
 *
 * @param modulus what is divided by
 * @param remainder from 0 on
 */
public record PartitionHash(int modulus, int remainder) implements PartitionBound {

    /** @throws IllegalArgumentException if the remainder is none of the modulus */
    public PartitionHash {
        if (modulus < 1 || remainder < 0 || remainder >= modulus) {
            throw new IllegalArgumentException(
                    "a remainder is from 0 to one less than the modulus, not " + remainder + " of " + modulus);
        }
    }

    /** All that a modulus leaves. */
    public static PartitionHash[] all(int modulus) {
        return IntStream.range(0, modulus)
                .mapToObj(remainder -> new PartitionHash(modulus, remainder))
                .toArray(PartitionHash[]::new);
    }

    @Override
    public String suffix() {
        return "h" + modulus + "_" + remainder;
    }
}
