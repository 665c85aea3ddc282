package io.pgorm.features.partition.internal;

import io.pgorm.ir.Hierarchy.Bound;
import io.pgorm.ir.Hierarchy.In;
import io.pgorm.ir.Hierarchy.Otherwise;
import io.pgorm.ir.Hierarchy.Range;
import io.pgorm.ir.Hierarchy.Remainder;
import io.pgorm.ir.SqlText;
import io.pgorm.ir.spi.AttributeUse;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The bound that an attribute gives, or why it gives none.
 *
 * @param problem what is wrong, absent where there is a bound
 */
record ReadBound(Optional<Bound> bound, Optional<String> problem) {

    static ReadBound of(AttributeUse use) {
        Optional<List<SqlText>> from = use.constants(PartitionAttributes.FROM);
        Optional<List<SqlText>> to = use.constants(PartitionAttributes.TO);
        Optional<List<SqlText>> in = use.constants(PartitionAttributes.IN);
        Optional<Long> modulus = use.whole(PartitionAttributes.MODULUS);
        Optional<Long> remainder = use.whole(PartitionAttributes.REMAINDER);
        boolean otherwise = use.bool(PartitionAttributes.DEFAULT).orElse(false);
        boolean range = from.isPresent() || to.isPresent();
        boolean hash = modulus.isPresent() || remainder.isPresent();
        long forms = Stream.of(range, in.isPresent(), hash, otherwise)
                .filter(given -> given)
                .count();
        if (forms == 0) {
            return broken("the partition does not say which rows it takes");
        } else if (forms > 1) {
            return broken("the partition says in more than one way which rows it takes");
        } else if (otherwise) {
            return bound(new Otherwise());
        } else if (in.isPresent()) {
            return in.get().isEmpty() ? broken("in: holds no value") : bound(new In(in.get()));
        } else if (hash) {
            return modulus.isPresent() && remainder.isPresent()
                    ? remainder(modulus.get(), remainder.get())
                    : broken("modulus: and remainder: stand together");
        }
        return from.isPresent() && to.isPresent()
                ? bound(new Range(from.get(), to.get()))
                : broken("from: and to: stand together; MINVALUE and MAXVALUE are the ends");
    }

    private static ReadBound remainder(long modulus, long remainder) {
        if (modulus < 1 || modulus > Integer.MAX_VALUE) {
            return broken("a modulus is a whole number from 1 on, not " + modulus);
        } else if (remainder < 0 || remainder >= modulus) {
            return broken(
                    "with modulus " + modulus + " a remainder is from 0 to " + (modulus - 1) + ", not " + remainder);
        }
        return bound(new Remainder((int) modulus, (int) remainder));
    }

    private static ReadBound bound(Bound bound) {
        return new ReadBound(Optional.of(bound), Optional.empty());
    }

    private static ReadBound broken(String problem) {
        return new ReadBound(Optional.empty(), Optional.of(problem));
    }
}
