package io.pgorm.client;

import io.pgorm.client.internal.ShapeDefinition;

/**
 * What to read, and what to make of it: a constructor and the parts that it takes, in its order. A part is a field of
 * the table, any jOOQ expression over it, or a relation: {@link ToMany#as}, {@link ToOne#as}, {@link ToMany#rows()}.
 *
 * <pre>{@code
 * record PostTitle(int id, String title) {}
 * record UserCard(int id, String email, List<PostTitle> latest, long total) {}
 *
 * static final Shape<UserCard> CARD = Shape.of(UserCard::new,
 *         USERS.ID, USERS.EMAIL,
 *         USERS.POSTS.orderBy(POSTS.ID.desc()).limit(5).as(PostTitle::new, POSTS.ID, POSTS.TITLE),
 *         USERS.POSTS.count());
 * }</pre>
 *
 * <p>The compiler checks number, order and types of the parts. A nullable field that meets a primitive parameter is a
 * {@link io.pgorm.client.error.ShapeMismatch} at first use, which names both.
 *
 * <p>Immutable and safe for use by several threads; made once and kept in a constant, it is compiled once.
 *
 * @param <R> what is made of a row
 */
public final class Shape<R> extends ShapesTo22 {

    private final ShapeDefinition<R> definition;

    Shape(ShapeDefinition<R> definition) {
        this.definition = definition;
    }

    /** Not API: what the query reads from. */
    public ShapeDefinition<R> definition() {
        return definition;
    }
}
