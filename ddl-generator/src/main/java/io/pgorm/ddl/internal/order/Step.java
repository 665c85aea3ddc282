package io.pgorm.ddl.internal.order;

import io.pgorm.ddl.DdlStatement;
import io.pgorm.ir.ColumnType;
import io.pgorm.ir.ObjectName;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.SqlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Statements that run one after the other, what they make and what they need.
 *
 * @param statements at least one
 * @param makes names that others may need
 * @param before what has to wait for it, though it does not say so
 * @param block the id of the SQL that it is
 * @param shell whether what it makes is the name of a type only
 */
public record Step(
        Place place,
        List<DdlStatement> statements,
        List<ObjectName> makes,
        List<Need> needs,
        List<Need> before,
        Optional<String> block,
        boolean shell) {

    public Step {
        statements = List.copyOf(statements);
        makes = List.copyOf(makes);
        needs = List.copyOf(needs);
        before = List.copyOf(before);
    }

    public static Builder at(Place place) {
        return new Builder(place);
    }

    public static Builder at(Stratum stratum, QualifiedName name) {
        return at(new Place(stratum, name));
    }

    /** Mutable; for one step and one thread. */
    public static final class Builder {
        private final Place place;
        private final List<ObjectName> makes = new ArrayList<>();
        private final List<Need> needs = new ArrayList<>();
        private final List<Need> before = new ArrayList<>();
        private Optional<String> block = Optional.empty();
        private boolean shell;

        private Builder(Place place) {
            this.place = place;
        }

        public Builder makes(ObjectName name) {
            makes.add(name);
            return this;
        }

        public Builder makesShell(ObjectName name) {
            shell = true;
            return makes(name);
        }

        public Builder isBlock(String id) {
            block = Optional.of(id);
            return this;
        }

        public Builder needs(Need need) {
            needs.add(need);
            return this;
        }

        public Builder isBefore(Need need) {
            before.add(need);
            return this;
        }

        public Builder needs(ObjectName name) {
            return needs(new Need.Thing(name));
        }

        public Builder needsRelation(QualifiedName name) {
            return needs(new Need.Relation(name));
        }

        public Builder needsCallable(QualifiedName name) {
            return needs(new Need.Callable(name));
        }

        public Builder needsType(ColumnType type) {
            return switch (type) {
                case ColumnType.Scalar scalar -> this;
                case ColumnType.EnumReference reference -> needsRelation(reference.name());
                case ColumnType.TypeReference reference -> needsRelation(reference.name());
                case ColumnType.Raw raw -> needsNamesIn(raw.text());
            };
        }

        public Builder needsNamesIn(SqlText text) {
            return needsNamesIn(text.render());
        }

        public Builder needsNamesIn(String sql) {
            return needs(new Need.Text(sql, Strength.NAMED));
        }

        /** The step, or none where there is no statement to run. */
        public List<Step> step(List<DdlStatement> statements) {
            return statements.isEmpty()
                    ? List.of()
                    : List.of(new Step(place, statements, makes, needs, before, block, shell));
        }

        public List<Step> step(DdlStatement statement) {
            return step(List.of(statement));
        }
    }
}
