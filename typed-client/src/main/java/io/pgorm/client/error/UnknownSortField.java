package io.pgorm.client.error;

import java.util.Collection;

/** A text that asks for an order by something that there is not. */
public final class UnknownSortField extends PgOrmException {

    private static final long serialVersionUID = 1L;

    private static final int LONGEST = 60;

    /**
     * @param what what cannot be understood
     * @param known what can be sorted by
     */
    public UnknownSortField(String model, String what, Collection<String> known) {
        super(
                "cannot sort " + model + " by '" + shortened(what) + "'; write one of " + String.join(", ", known)
                        + ", each with asc or desc and nulls first or nulls last after it if wanted",
                null);
    }

    private static String shortened(String what) {
        return what.length() <= LONGEST ? what : what.substring(0, LONGEST) + "...";
    }
}
