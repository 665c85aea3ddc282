package io.pgorm.client;

import java.util.List;
import java.util.stream.Collectors;

/**
 * How a query will be read, told without asking the server: {@code db.posts().where(...).plan(CARD)}. For people and for
 * tests; what {@code toString} gives may change.
 *
 * @param roundTrips how many there will be, without those of a transaction around the query
 * @param why why there is more than one; empty where there is one
 * @param relations those of the shape, an outer one before those inside it
 * @param statements the SQL, with {@code ?} for each value; what follows in a second round trip is not among it
 */
public record QueryPlan(int roundTrips, String why, List<Relation> relations, List<String> statements) {

    public QueryPlan {
        relations = List.copyOf(relations);
        statements = List.copyOf(statements);
    }

    /** How the rows of a relation come. */
    public enum Strategy {
        /** In the row of their parent. */
        JOIN,
        /** As a result set of their own, for all parents together. */
        RESULT_SET,
        /** As a result set of their own, some of them chosen for each parent. */
        RESULT_SET_PER_PARENT
    }

    /**
     * A relation of the shape.
     *
     * @param path its name, after the names of those that it is inside of: {@code posts.comments}
     * @param roundTrip in which one its rows come, counted from 1
     */
    public record Relation(String path, Strategy strategy, int roundTrip) {}

    @Override
    public String toString() {
        String edges = relations.stream()
                .map(relation ->
                        "\n  " + relation.path() + ": " + relation.strategy() + " in trip " + relation.roundTrip())
                .collect(Collectors.joining());
        String trips = roundTrips == 1 ? "1 round trip" : roundTrips + " round trips, because " + why;
        return trips + edges + statements.stream().map(sql -> "\n" + sql + ";").collect(Collectors.joining());
    }
}
