package io.pgorm.client;

import java.util.List;
import org.jooq.Condition;
import org.jooq.OrderField;

/**
 * Which rows and in what order, in one value: what a feature finds by. {@code db.posts().by(POSTS.SEARCH.search("cats
 * -dogs")).limit(10)} takes the rows that match, the best first. An implementation is immutable.
 */
public interface RowChoice {

    /** Which rows. */
    Condition condition();

    /** In which order; empty where they have none. */
    List<? extends OrderField<?>> order();
}
