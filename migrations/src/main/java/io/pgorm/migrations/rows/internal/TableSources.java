package io.pgorm.migrations.rows.internal;

import io.pgorm.ir.sql.Identifiers;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Where the columns of one table get their values from. */
final class TableSources {

    private static final int MOST_TARGETS = 40;
    private static final int FEW = 8;

    private final Session session;
    private final RowSchema schema;
    private final Pools pools;
    private final RowTable table;
    private final Set<Long> done;
    private final Solver solver;
    private final List<RowKey> copied = new ArrayList<>();
    private final Set<String> bound = new LinkedHashSet<>();

    /** There is a column for which no value can be had; the message says why. */
    static final class NoValueException extends Exception {
        private static final long serialVersionUID = 1;

        NoValueException(String message) {
            super(message);
        }
    }

    TableSources(Session session, RowSchema schema, Pools pools, RowTable table, long seed, Set<Long> done) {
        this.session = session;
        this.schema = schema;
        this.pools = pools;
        this.table = table;
        this.done = done;
        this.solver = new Solver(session, table, seed);
    }

    /** Keys to the table itself that are never NULL: a row then points to itself. */
    List<RowKey> copied() {
        return copied;
    }

    /** Columns that a key or a condition speaks of, for which no default is taken. */
    Set<String> bound() {
        return bound;
    }

    List<Source> all() throws SQLException, NoValueException {
        table.conditions().forEach(condition -> bound.addAll(solver.inputs(condition.columns())));
        List<Source> sources = new ArrayList<>(ofKeys());
        Set<String> taken = new LinkedHashSet<>();
        sources.forEach(source -> taken.addAll(source.columns()));
        for (RowColumn column : table.columns()) {
            boolean byItself = column.counted() && !bound.contains(column.name());
            if (column.generated().isEmpty() && !byItself && !taken.contains(column.name())) {
                sources.add(ofColumn(column, false));
            }
        }
        return solved(sources);
    }

    private List<Source> ofKeys() throws SQLException, NoValueException {
        Set<String> nullable = table.columns().stream()
                .filter(RowColumn::nullable)
                .map(RowColumn::name)
                .collect(Collectors.toSet());
        List<KeyTuples.Offer> offers = new ArrayList<>();
        for (RowKey key : table.keys()) {
            bound.addAll(key.columns());
            boolean mayBeNull = key.columns().stream().anyMatch(nullable::contains);
            if (isThere(key.target())) {
                List<List<@Nullable String>> values = targets(key);
                if (values.isEmpty() && !mayBeNull) {
                    throw new NoValueException("its foreign key on (" + String.join(", ", key.columns())
                            + ") finds no rows in " + target(key).name());
                }
                offers.add(new KeyTuples.Offer(key, values));
            } else if (mayBeNull) {
                List<String> free =
                        key.columns().stream().filter(nullable::contains).toList();
                offers.add(new KeyTuples.Offer(
                        new RowKey(free, key.target(), free),
                        List.of(Collections.nCopies(free.size(), (String) null))));
            } else if (key.target() == table.oid()) {
                copied.add(key);
                bound.addAll(key.targetColumns());
            }
        }
        List<Source> sources = new ArrayList<>();
        for (List<KeyTuples.Offer> group : KeyTuples.groups(offers)) {
            Source source = KeyTuples.join(group, nullable);
            if (source.isEmpty()) {
                throw new NoValueException("its foreign keys on (" + String.join(", ", source.columns())
                        + ") find no rows that fit together");
            }
            sources.add(source);
        }
        return sources;
    }

    private boolean isThere(long target) {
        return done.contains(target) && schema.tables().containsKey(target);
    }

    private RowTable target(RowKey key) {
        return java.util.Objects.requireNonNull(schema.tables().get(key.target()));
    }

    private List<List<@Nullable String>> targets(RowKey key) throws SQLException {
        RowTable target = target(key);
        String columns = key.targetColumns().stream()
                .map(column -> Identifiers.quote(column) + "::text")
                .collect(Collectors.joining(", "));
        String present = key.targetColumns().stream()
                .map(column -> Identifiers.quote(column) + " IS NOT NULL")
                .collect(Collectors.joining(" AND "));
        String order = IntStream.rangeClosed(1, key.targetColumns().size())
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(", "));
        return session.rows("SELECT DISTINCT " + columns + " FROM " + target.from() + " WHERE " + present + " ORDER BY "
                + order + " LIMIT " + MOST_TARGETS);
    }

    /** @param wide whether as many values are wanted as can be thought of */
    private Source ofColumn(RowColumn column, boolean wide) throws SQLException, NoValueException {
        Pool pool = pools.of(column.type(), column.modifier(), column.typeName());
        Optional<TypeShape> base = pools.base(column.type());
        Set<String> hints = new LinkedHashSet<>();
        for (Condition condition : table.conditions()) {
            if (base.isPresent() && solver.inputs(condition.columns()).contains(column.name())) {
                hints.addAll(Hints.of(condition.expression(), base.get(), pool));
            }
        }
        if (wide && base.isPresent()) {
            hints.addAll(ManyValues.of(base.get().name()));
        }
        if (!hints.isEmpty()) {
            boolean domain = schema.types()
                    .get(column.type())
                    .filter(type -> type.kind() == 'd')
                    .isPresent();
            pool = pool.preceded(pools.accepted(List.copyOf(hints), column.typeName(), domain));
        }
        Source source = Source.of(column.name(), pool, column.nullable());
        if (source.isEmpty()) {
            throw new NoValueException(
                    "no value of the type " + column.typeName() + " is known for column " + column.name());
        }
        return source;
    }

    /** First what is said of one source alone, so that few values are left to be put beside those of others. */
    private List<Source> solved(List<Source> sources) throws SQLException, NoValueException {
        List<Source> alone = new ArrayList<>();
        for (Source source : sources) {
            List<Condition> own = table.conditions().stream()
                    .filter(condition -> solver.isOf(condition, source))
                    .toList();
            alone.addAll(own.isEmpty() ? List.of(source) : solved(new Solver.Component(List.of(source), own)));
        }
        List<Source> solved = new ArrayList<>();
        for (Solver.Component component : solver.components(alone)) {
            solved.addAll(component.sources().size() == 1 ? component.sources() : solved(component));
        }
        return solved;
    }

    private List<Source> solved(Solver.Component component) throws SQLException, NoValueException {
        Optional<Source> found = solver.solve(component);
        if (found.isPresent() && found.get().size() < FEW) {
            Source few = found.get();
            found = solver.solve(new Solver.Component(widened(component.sources()), component.conditions()))
                    .filter(more -> more.size() > few.size())
                    .or(() -> Optional.of(few));
        }
        if (found.isEmpty()) {
            // the server cannot say it of all at once: each row is a try of its own
            return component.sources();
        }
        if (found.get().isEmpty()) {
            throw new NoValueException("no values were found that satisfy "
                    + component.conditions().stream().map(Condition::expression).collect(Collectors.joining(" and ")));
        }
        return List.of(found.get());
    }

    private List<Source> widened(List<Source> sources) throws SQLException, NoValueException {
        List<Source> wide = new ArrayList<>();
        for (Source source : sources) {
            boolean single = source.columns().size() == 1
                    && table.keys().stream().noneMatch(key -> source.shares(Set.copyOf(key.columns())));
            wide.add(single ? ofColumn(table.column(source.columns().getFirst()).orElseThrow(), true) : source);
        }
        return wide;
    }
}
