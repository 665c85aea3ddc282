package io.pgorm.ddl.plan.internal;

import io.pgorm.ddl.internal.SqlBuilder;
import io.pgorm.ddl.plan.Hazard;
import io.pgorm.ddl.plan.Lock;
import io.pgorm.ddl.plan.PlannedStatement;
import io.pgorm.ddl.plan.Renames;
import io.pgorm.ddl.plan.UnsupportedChangeException;
import io.pgorm.ir.Dependencies;
import io.pgorm.ir.ObjectName;
import io.pgorm.ir.ObjectName.Kind;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.Rename;
import io.pgorm.ir.Schema;
import io.pgorm.ir.sql.Literals;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Renames in an order in which each new name is free. Wholes come before their parts, which are said of the whole's new
 * name; chains begin at their end, and circles go by way of a name that nothing has. Used by one thread.
 */
public final class PlanRenames {

    private static final int LONGEST_NAME = 63;

    /** Kinds in the order in which they are renamed: a schema before what is in it, a table before its columns. */
    private static final List<Kind> ORDER = List.of(
            Kind.ROLE,
            Kind.SCHEMA,
            Kind.TYPE,
            Kind.DOMAIN,
            Kind.SEQUENCE,
            Kind.TABLE,
            Kind.FOREIGN_TABLE,
            Kind.VIEW,
            Kind.MATERIALIZED_VIEW,
            Kind.FUNCTION,
            Kind.PROCEDURE,
            Kind.AGGREGATE,
            Kind.COLUMN,
            Kind.CONSTRAINT,
            Kind.DOMAIN_CONSTRAINT,
            Kind.INDEX,
            Kind.TRIGGER,
            Kind.POLICY);

    /** A single rename. */
    private record Move(ObjectName object, String from, String to) {
        Move back() {
            return new Move(object, to, from);
        }
    }

    private final Names names;
    private final List<PlannedStatement> statements = new ArrayList<>();
    private final List<PlannedStatement> undo = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private PlanRenames(Names names) {
        this.names = names;
    }

    public static Renames of(Schema before, Dependencies dependencies, List<Rename> said) {
        PlanRenames plan = new PlanRenames(new Names(Facts.of(before, dependencies)));
        for (boolean part : List.of(false, true)) {
            for (Kind kind : ORDER) {
                plan.renameAll(said.stream()
                        .filter(rename ->
                                rename.to().kind() == kind && rename.to().part().isPresent() == part)
                        .toList());
            }
        }
        return new Renames(plan.statements, plan.undo.reversed(), plan.notes);
    }

    private void renameAll(List<Rename> said) {
        List<Move> open = new ArrayList<>();
        Set<ObjectName> leaving = new LinkedHashSet<>();
        for (Rename rename : said) {
            ObjectName old = Names.named(rename.to(), rename.from());
            if (names.has(old) && !isDone(rename, said, new LinkedHashSet<>())) {
                open.add(new Move(rename.to(), rename.from(), Names.own(rename.to())));
                leaving.add(old);
            } else if (!names.has(old) && !names.has(rename.to())) {
                notes.add(shown(rename.to()) + " was not renamed from " + rename.from()
                        + ": there is neither; it is made anew");
            }
        }
        // a name that is there already was given by this very rename, unless the old one is there too
        for (Move move : open) {
            if (names.has(move.object()) && !leaving.contains(move.object())) {
                throw new UnsupportedChangeException("%s is said to be renamed from %s, but the database has both."
                                .formatted(shown(move.object()), move.from())
                        + " Take the attribute away, or drop one of the two.");
            }
        }
        while (!open.isEmpty()) {
            Optional<Move> free =
                    open.stream().filter(move -> !names.has(move.object())).findFirst();
            if (free.isPresent()) {
                open.remove(free.get());
                run(free.get());
            } else {
                // a circle: one of its names is put aside
                Move first = open.removeFirst();
                String aside = aside(first);
                run(new Move(Names.named(first.object(), aside), first.from(), aside));
                open.addLast(new Move(first.object(), aside, first.to()));
            }
        }
    }

    /** The new name is there, and the old one is not, or is there because another rename of the chain is done. */
    private boolean isDone(Rename rename, List<Rename> said, Set<Rename> seen) {
        ObjectName old = Names.named(rename.to(), rename.from());
        return names.has(rename.to())
                && seen.add(rename)
                && (!names.has(old)
                        || said.stream().anyMatch(other -> other.to().equals(old) && isDone(other, said, seen)));
    }

    private void run(Move move) {
        names.rename(Names.named(move.object(), move.from()), move.to());
        String owner = move.object().kind() == Kind.COLUMN ? names.owner(move.object()) : "";
        statements.add(statement(move, owner));
        undo.add(statement(move.back(), owner));
    }

    private String aside(Move move) {
        for (int i = 0; ; i++) {
            String tail = "_pgorm_renamed" + (i == 0 ? "" : String.valueOf(i));
            String head = move.from();
            while ((head + tail).getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
                head = head.substring(0, head.offsetByCodePoints(head.length(), -1));
            }
            if (!names.has(Names.named(move.object(), head + tail))) {
                return head + tail;
            }
        }
    }

    private static PlannedStatement statement(Move move, String owner) {
        ObjectName object = move.object();
        boolean seen = switch (object.kind()) {
            case CONSTRAINT, DOMAIN_CONSTRAINT, INDEX, TRIGGER, POLICY -> false;
            default -> true;
        };
        Lock lock = switch (object.kind()) {
            case ROLE, SCHEMA, TYPE, DOMAIN, DOMAIN_CONSTRAINT, FUNCTION, PROCEDURE, AGGREGATE -> Lock.NONE;
            case INDEX -> Lock.SHARE_UPDATE_EXCLUSIVE;
            default -> Lock.ACCESS_EXCLUSIVE;
        };
        Set<Hazard> hazards = seen ? EnumSet.of(Hazard.BREAKS_RUNNING_APP) : EnumSet.noneOf(Hazard.class);
        return new PlannedStatement(
                sql(move, owner), shown(object), lock, hazards, PlannedStatement.Execution.TRANSACTIONAL);
    }

    private static String sql(Move move, String owner) {
        ObjectName object = move.object();
        String from = quoted(move.from());
        String to = quoted(move.to());
        String whole = object.part().isEmpty() ? "" : object.name().sql();
        return switch (object.kind()) {
            case COLUMN ->
                "ALTER " + owner + " RENAME " + (owner.startsWith("TYPE") ? "ATTRIBUTE " : "COLUMN ") + from + " TO "
                        + to;
            case CONSTRAINT -> "ALTER TABLE " + whole + " RENAME CONSTRAINT " + from + " TO " + to;
            case DOMAIN_CONSTRAINT -> "ALTER DOMAIN " + whole + " RENAME CONSTRAINT " + from + " TO " + to;
            case TRIGGER, POLICY, RULE ->
                "ALTER " + object.kind().sql() + " " + from + " ON " + whole + " RENAME TO " + to;
            case TYPE -> {
                if (object.part().isPresent()) {
                    yield "ALTER TYPE " + whole + " RENAME VALUE " + Literals.quote(move.from()) + " TO "
                            + Literals.quote(move.to());
                }
                yield alter(move);
            }
            case INDEX ->
                // whether its table is named or not
                "ALTER INDEX " + new QualifiedName(object.name().schema(), move.from()).sql() + " RENAME TO " + to;
            default -> alter(move);
        };
    }

    private static String alter(Move move) {
        ObjectName old = Names.named(move.object(), move.from());
        return "ALTER " + ObjectNames.sql(old) + " RENAME TO " + quoted(move.to());
    }

    private static String quoted(String name) {
        return new SqlBuilder()
                .name(name)
                .statement(io.pgorm.ir.diagnostic.SourceSpan.NONE)
                .sql();
    }

    private static String shown(ObjectName object) {
        return FactId.self(object).shown();
    }

    /** Which names are taken, while they change. */
    private static final class Names {

        private final Set<ObjectName> taken = new LinkedHashSet<>();

        Names(Facts facts) {
            for (Fact fact : facts.byId().values()) {
                if (fact.id().aspect() == FactId.Aspect.SELF) {
                    taken.add(fact.id().object());
                    if (fact instanceof Fact.OfIndex(ObjectName relation, var index)) {
                        taken.add(ObjectName.of(
                                Kind.INDEX, new QualifiedName(relation.name().schema(), index.name())));
                    }
                }
                switch (fact) {
                    case Fact.OfEnum(var type) ->
                        type.values()
                                .forEach(value -> taken.add(ObjectName.part(Kind.TYPE, type.name(), value.label())));
                    case Fact.OfComposite(var type) ->
                        type.attributes()
                                .forEach(attribute ->
                                        taken.add(ObjectName.part(Kind.COLUMN, type.name(), attribute.name())));
                    case Fact.OfView(var view) ->
                        view.columns()
                                .forEach(column -> taken.add(ObjectName.part(Kind.COLUMN, view.name(), column.name())));
                    case Fact other -> {}
                }
            }
        }

        /** What has the part, as ALTER names it. */
        String owner(ObjectName object) {
            for (Kind kind : List.of(Kind.TYPE, Kind.VIEW, Kind.MATERIALIZED_VIEW)) {
                if (taken.contains(ObjectName.of(kind, object.name()))) {
                    return kind.sql() + " " + object.name().sql();
                }
            }
            return "TABLE " + object.name().sql();
        }

        boolean has(ObjectName object) {
            return taken.contains(object);
        }

        /** The object, and with it its parts and what stands in a schema. */
        void rename(ObjectName old, String to) {
            ObjectName now = named(old, to);
            taken.remove(old);
            taken.add(now);
            if (old.part().isPresent()) {
                return;
            }
            for (ObjectName each : List.copyOf(taken)) {
                if (old.kind() == Kind.SCHEMA
                        && each.name().schema().equals(old.name().name())) {
                    replace(each, new QualifiedName(to, each.name().name()));
                } else if (each.part().isPresent() && each.name().equals(old.name())) {
                    replace(each, now.name());
                }
            }
        }

        private void replace(ObjectName each, QualifiedName whole) {
            taken.remove(each);
            taken.add(new ObjectName(each.kind(), whole, each.part(), each.argumentTypes()));
        }

        static String own(ObjectName object) {
            return object.part().orElse(object.name().name());
        }

        /** The same object under another name of its own. */
        static ObjectName named(ObjectName object, String own) {
            return object.part().isPresent()
                    ? new ObjectName(object.kind(), object.name(), Optional.of(own), object.argumentTypes())
                    : new ObjectName(
                            object.kind(),
                            new QualifiedName(object.name().schema(), own),
                            Optional.empty(),
                            object.argumentTypes());
        }
    }
}
