package io.pgorm.migrations.rows.internal;

import io.pgorm.ir.sql.Literals;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Values for each type, which the server has read and taken. Used by one thread. */
final class Pools {

    private static final int DEEPEST = 6;

    private record Key(long type, int modifier) {}

    private final Session session;
    private final TypeShapes types;
    private final boolean asksSoftly;
    private final Map<Key, Pool> pools = new LinkedHashMap<>();

    /** @param major the server's: from 16 on it can be asked whether a text is a value */
    Pools(Session session, TypeShapes types, int major) {
        this.session = session;
        this.types = types;
        this.asksSoftly = major >= 16;
    }

    Pool of(long type, int modifier, String sql) throws SQLException {
        return of(type, modifier, sql, 0);
    }

    private Pool of(long type, int modifier, @Nullable String sql, int depth) throws SQLException {
        Key key = new Key(type, modifier);
        Pool known = pools.get(key);
        if (known != null) {
            return known;
        }
        Optional<TypeShape> shape = types.get(type);
        if (shape.isEmpty() || depth > DEEPEST) {
            return new Pool(List.of(), List.of());
        }
        String name = sql == null
                ? session.rows("SELECT format_type(" + type + ", " + modifier + ")")
                        .getFirst()
                        .getFirst()
                : sql;
        Pool pool = accepted(made(shape.get(), modifier, depth), shape.get(), String.valueOf(name));
        pools.put(key, pool);
        return pool;
    }

    private Pool made(TypeShape shape, int modifier, int depth) throws SQLException {
        return switch (shape.kind()) {
            case 'e' -> new Pool(shape.labels(), List.of());
            case 'd' -> {
                Pool below = of(shape.element(), shape.modifier(), null, depth + 1);
                List<String> hints = new ArrayList<>();
                Optional<TypeShape> base = base(shape);
                for (String check : shape.checks()) {
                    base.ifPresent(type -> hints.addAll(Hints.of(check, type, below)));
                }
                yield below.preceded(hints);
            }
            case 'c' -> {
                List<Pool> attributes = new ArrayList<>();
                for (TypeShape.Attribute attribute : shape.attributes()) {
                    attributes.add(of(attribute.type(), attribute.modifier(), null, depth + 1));
                }
                yield Composed.composite(attributes);
            }
            case 'r' -> Composed.range(of(shape.element(), -1, null, depth + 1));
            case 'm' -> Composed.multirange(of(shape.element(), -1, null, depth + 1));
            default ->
                shape.array()
                        ? Composed.array(
                                of(shape.element(), modifier, null, depth + 1),
                                types.get(shape.element())
                                        .map(TypeShape::delimiter)
                                        .orElse(","))
                        : BaseValues.of(shape.name(), modifier);
        };
    }

    /** What a domain is of in the end; the type itself if it is none. */
    Optional<TypeShape> base(TypeShape shape) {
        return shape.kind() == 'd' ? types.get(shape.element()).flatMap(this::base) : Optional.of(shape);
    }

    Optional<TypeShape> base(long type) {
        return types.get(type).flatMap(this::base);
    }

    private Pool accepted(Pool pool, TypeShape shape, String sql) throws SQLException {
        Set<String> taken = new LinkedHashSet<>(accepted(pool.all(), sql, shape.kind() == 'd'));
        return pool.keeping(taken::contains);
    }

    /** The texts that are values of the type, in their order. */
    List<String> accepted(List<String> texts, String sql, boolean domain) throws SQLException {
        if (texts.isEmpty()) {
            return texts;
        }
        if (asksSoftly && !domain) {
            String values = IntStream.range(0, texts.size())
                    .mapToObj(i -> "(" + i + ", " + Literals.quote(texts.get(i)) + ")")
                    .collect(Collectors.joining(", "));
            Optional<List<List<@Nullable String>>> rows = session.attemptRows("SELECT i FROM (VALUES " + values
                    + ") v(i, t) WHERE pg_input_is_valid(t, " + Literals.quote(sql) + ") ORDER BY i");
            if (rows.isPresent()) {
                return rows.get().stream()
                        .map(row -> texts.get((int) TypeShapes.number(row.getFirst())))
                        .toList();
            }
        }
        String all =
                texts.stream().map(text -> Literals.quote(text) + "::" + sql).collect(Collectors.joining(", "));
        if (session.attempt("SELECT ROW(" + all + ")").isEmpty()) {
            return texts;
        }
        List<String> accepted = new ArrayList<>();
        for (String text : texts) {
            if (session.attempt("SELECT " + Literals.quote(text) + "::" + sql).isEmpty()) {
                accepted.add(text);
            }
        }
        return accepted;
    }
}
