package io.pgorm.benchmarks.peer;

/** The texts that the hand-written peers share. */
final class Sql {

    /** Of {@code p}. */
    static final String FULL_NAME =
            "p.first_name || CASE WHEN p.middle_name <> '' THEN ' ' || p.middle_name ELSE '' END || ' ' || p.last_name";

    /** Of {@code m}. */
    static final String AVG_RATING = "(SELECT avg(a.rating)::float8 FROM reviews a WHERE a.movie_id = m.id)";

    static final String MOVIE = "SELECT m.id, m.image, m.title, m.year, m.description, " + AVG_RATING
            + " AS avg_rating FROM movies m WHERE m.id = ?";
    static final String DIRECTORS = people("directors", "?");
    static final String CAST = people("actors", "?");
    static final String REVIEWS = "SELECT r.id, r.body, r.rating, u.id AS user_id, u.name, u.image FROM reviews r"
            + " JOIN users u ON u.id = r.author_id WHERE r.movie_id = ? ORDER BY r.creation_time DESC";

    static final String USER = "SELECT u.id, u.name, u.image FROM users u WHERE u.id = ?";
    static final String LATEST = "SELECT r.id, r.body, r.rating, m.id AS movie_id, m.image, m.title, " + AVG_RATING
            + " AS avg_rating FROM reviews r JOIN movies m ON m.id = r.movie_id WHERE r.author_id = ?"
            + " ORDER BY r.creation_time DESC LIMIT 10";

    static final String PERSON =
            "SELECT p.id, " + FULL_NAME + " AS full_name, p.image, p.bio FROM persons p WHERE p.id = ?";
    static final String ACTED = credits("actors");
    static final String DIRECTED = credits("directors");

    static final String UPDATE_MOVIE = "UPDATE movies SET title = title || ? WHERE id = ? RETURNING id, title";
    static final String INSERT_USER = "INSERT INTO users (name, image) VALUES (?, ?) RETURNING id, name, image";

    static final String INSERT_MOVIE = "INSERT INTO movies (title, image, description, year) VALUES (?, ?, ?, ?)"
            + " RETURNING id, title, image, description, year";

    static final String FLAT = "SELECT id, a, b, c, d, e, f, g, h, i FROM flats WHERE id <= ? ORDER BY id";

    private Sql() {}

    static String people(String credits, String movie) {
        return "SELECT p.id, " + FULL_NAME + " AS full_name, p.image FROM " + credits
                + " c JOIN persons p ON p.id = c.person_id WHERE c.movie_id = " + movie
                + " ORDER BY c.list_order NULLS LAST, p.last_name, c.id";
    }

    private static String credits(String credits) {
        return "SELECT m.id, m.image, m.title, m.year, " + AVG_RATING + " AS avg_rating FROM " + credits
                + " c JOIN movies m ON m.id = c.movie_id WHERE c.person_id = ? ORDER BY m.year, m.title, c.id";
    }
}
