package io.pgorm.migrations.diff;

import io.pgorm.database.ScratchOptions;
import io.pgorm.database.catalog.Catalog;
import io.pgorm.database.catalog.CatalogOptions;
import io.pgorm.ddl.plan.Plan;
import io.pgorm.ddl.plan.PlanOptions;
import io.pgorm.ddl.plan.PlannedStatement;
import io.pgorm.ddl.plan.Planner;
import io.pgorm.ddl.plan.Renames;
import io.pgorm.ddl.plan.UnsupportedChangeException;
import io.pgorm.migrations.data.DataHazard;
import io.pgorm.migrations.data.DataHazards;
import io.pgorm.migrations.source.CatalogSource;
import io.pgorm.migrations.source.LoadedSource;
import io.pgorm.migrations.source.ReadCatalog;
import io.pgorm.migrations.source.SchemaSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Two sources, each loaded into a database and read. The databases stay until this is closed, so that what is planned
 * can be tried in copies of them. Used by one thread.
 */
public final class Comparison implements AutoCloseable {

    /** Where nobody says which version will run the plan, nothing is used that only the newest one understands. */
    private static final int WIDESPREAD = 17;

    private final DiffOptions options;
    private final List<LoadedSource> open = new ArrayList<>();
    private final Side from;
    private final Side to;
    private final int major;
    private final Renames renames;
    private final Catalog start;

    /**
     * One side.
     *
     * @param loaded the database
     * @param catalog what it holds
     */
    public record Side(LoadedSource loaded, Catalog catalog) {}

    private Comparison(SchemaSource from, SchemaSource to, DiffOptions options) throws IOException, SQLException {
        this.options = options;
        boolean done = false;
        try {
            Side first = load(from);
            Side second = load(to);
            this.major = major(first, second);
            this.from = comparable(first, second);
            this.to = comparable(second, first);
            this.renames =
                    Renames.plan(state(this.from.catalog()), this.to.loaded().renames());
            this.start = renamed();
            done = true;
        } finally {
            if (!done) {
                close();
            }
        }
    }

    /**
     * Loads and reads both.
     *
     * @throws io.pgorm.migrations.source.SourceException where a source cannot be had
     * @throws io.pgorm.migrations.script.ScriptException where SQL of a source is refused by the server
     * @throws io.pgorm.ir.diagnostic.SchemaException where the schema language's text is wrong
     * @throws io.pgorm.database.ScratchUnavailableException where no server has what a source needs
     * @throws IOException where a file cannot be read
     * @throws SQLException where a connection fails in between
     */
    public static Comparison of(SchemaSource from, SchemaSource to, DiffOptions options)
            throws IOException, SQLException {
        return new Comparison(from, to, options);
    }

    public Side from() {
        return from;
    }

    public Side to() {
        return to;
    }

    /** The plans, up and down. */
    public Difference difference() {
        TreeSet<String> unmodelled = new TreeSet<>(from.catalog().unmodelled());
        unmodelled.addAll(to.catalog().unmodelled());
        Set<String> notes = new LinkedHashSet<>(from.loaded().notes());
        notes.addAll(to.loaded().notes());
        notes.addAll(renames.notes());
        List<String> likely = Renames.likely(state(start), state(to.catalog())).stream()
                .map(Renames.Likely::text)
                .toList();
        boolean refused = options.strictRenames() && !likely.isEmpty();
        return new Difference(
                refused ? new Way.Impossible(String.join("\n", likely)) : up(),
                down(),
                List.copyOf(unmodelled),
                List.copyOf(notes),
                likely,
                from.loaded().server());
    }

    /** What has another name is renamed first: all that follows speaks of the new names. */
    private Way up() {
        return around(renames.statements(), way(start, to.catalog()), List.of());
    }

    private Way down() {
        return around(List.of(), way(to.catalog(), start), renames.undo());
    }

    private static Way around(List<PlannedStatement> first, Way way, List<PlannedStatement> last) {
        return switch (way) {
            case Way.Impossible impossible -> impossible;
            case Way.Planned(Plan plan) -> {
                List<PlannedStatement> all = new ArrayList<>(first);
                all.addAll(plan.statements());
                all.addAll(last);
                yield new Way.Planned(new Plan(all));
            }
        };
    }

    /** The state before under the new names, as the server itself prints it. */
    private Catalog renamed() throws IOException, SQLException {
        if (renames.statements().isEmpty()) {
            return from.catalog();
        }
        try (StateCopy copy = StateCopy.of(this);
                Connection connection = copy.connect()) {
            for (PlannedStatement rename : renames.statements()) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute(rename.sql());
                }
            }
            return read(connection);
        }
    }

    /** The difference as schema text, as a patch; empty where both sides say the same. */
    public String patch() {
        return SchemaPatch.between(from.catalog().schema(), to.catalog().schema(), options.extensions());
    }

    /**
     * What a plan from the first side to the second means for the rows of the database behind a URL.
     *
     * @param each how long a question may take
     * @return nothing where the first side is no such database
     * @throws SQLException where the connection fails
     */
    public List<DataHazard> inRows(Plan plan, Duration each) throws SQLException {
        LoadedSource first = open.getFirst();
        if (!first.isLive()) {
            return List.of();
        }
        try (Connection connection = first.connect()) {
            return DataHazards.measure(connection, from.catalog(), to.catalog(), plan, each);
        }
    }

    /** The plan from one catalog to another, with this comparison's options. */
    public Way way(Catalog before, Catalog after) {
        return way(before, after, new PlanOptions(options.online(), major));
    }

    /** The plan from one catalog to another. */
    public Way way(Catalog before, Catalog after, PlanOptions how) {
        try {
            return new Way.Planned(Planner.plan(state(before), state(after), how));
        } catch (UnsupportedChangeException e) {
            return new Way.Impossible(String.valueOf(e.getMessage()));
        }
    }

    /**
     * Reads another database the way both sides were read.
     *
     * @param connection in autocommit
     * @throws SQLException where the connection fails, or may not read the catalog
     */
    public Catalog read(Connection connection) throws SQLException {
        return ReadCatalog.read(connection, what(from.loaded()), options.extensions());
    }

    /** The server on which the sides were made. */
    public ScratchOptions scratch() {
        return options.scratch();
    }

    /** Where all was made just now, an owner is one that the source names, though it should own everything. */
    private CatalogOptions what(LoadedSource loaded) {
        CatalogOptions what =
                CatalogOptions.standard().withSchemas(options.schemas()).withRoles(true);
        return loaded.scratchDatabase()
                .map(database -> what.withOwner(database.user()))
                .orElse(what);
    }

    private static Planner.State state(Catalog catalog) {
        return new Planner.State(catalog.schema(), catalog.dependencies(), Optional.of(catalog.owner()));
    }

    private Side load(SchemaSource source) throws IOException, SQLException {
        LoadedSource loaded = source.load(options.scratch());
        open.add(loaded);
        return new Side(loaded, ReadCatalog.read(loaded, what(loaded), options.extensions()));
    }

    /** The version that the plan is for: what was asked for, else that of a database that is there. */
    private int major(Side first, Side second) {
        return options.major()
                .orElseGet(() -> Stream.of(first, second)
                        .filter(side -> side.loaded().isLive())
                        .mapToInt(side -> side.catalog().major())
                        .min()
                        .orElse(Math.min(
                                WIDESPREAD,
                                Math.min(
                                        first.catalog().major(),
                                        second.catalog().major()))));
    }

    /** Servers of two major versions print the same thing differently: then the live one is made again on the other. */
    private Side comparable(Side side, Side other) throws IOException, SQLException {
        boolean remade = side.catalog().major() != other.catalog().major()
                && side.loaded().isLive();
        return remade ? load(new CatalogSource(side.catalog().schema())) : side;
    }

    @Override
    public void close() {
        open.reversed().forEach(LoadedSource::close);
    }
}
