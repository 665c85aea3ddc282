package io.pgorm.ddl.plan.internal;

import io.pgorm.ddl.plan.internal.FactId.Aspect;
import io.pgorm.ir.Column;
import io.pgorm.ir.CompositeType;
import io.pgorm.ir.Constraint;
import io.pgorm.ir.DefaultPrivilege;
import io.pgorm.ir.DomainType;
import io.pgorm.ir.EnumType;
import io.pgorm.ir.Extension;
import io.pgorm.ir.Grant;
import io.pgorm.ir.Hierarchy;
import io.pgorm.ir.Index;
import io.pgorm.ir.Namespace;
import io.pgorm.ir.ObjectName;
import io.pgorm.ir.ObjectName.Kind;
import io.pgorm.ir.Policy;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.RangeType;
import io.pgorm.ir.ReplicaIdentity;
import io.pgorm.ir.Role;
import io.pgorm.ir.Routine;
import io.pgorm.ir.RowSecurity;
import io.pgorm.ir.Sequence;
import io.pgorm.ir.SqlObject;
import io.pgorm.ir.SqlText;
import io.pgorm.ir.Table;
import io.pgorm.ir.Trigger;
import io.pgorm.ir.View;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The smallest thing that has a statement of its own: a table without its columns, a column without its default, a
 * privilege of one role. Two facts of one id are the same where the records are equal; nothing else is compared.
 */
sealed interface Fact {

    FactId id();

    /** The fact that this one is a part of: it goes when that goes. */
    default Optional<FactId> parent() {
        return Optional.empty();
    }

    record OfSchema(Namespace schema) implements Fact {
        @Override
        public FactId id() {
            return FactId.self(ObjectName.global(Kind.SCHEMA, schema.name()));
        }
    }

    record OfRole(Role role) implements Fact {
        @Override
        public FactId id() {
            return FactId.self(ObjectName.global(Kind.ROLE, role.name()));
        }
    }

    record OfExtension(Extension extension) implements Fact {
        @Override
        public FactId id() {
            return FactId.self(ObjectName.global(Kind.EXTENSION, extension.name()));
        }
    }

    record OfEnum(EnumType type) implements Fact {
        @Override
        public FactId id() {
            return FactId.self(Kind.TYPE, type.name());
        }
    }

    record OfComposite(CompositeType type) implements Fact {
        @Override
        public FactId id() {
            return FactId.self(Kind.TYPE, type.name());
        }
    }

    record OfRange(RangeType type) implements Fact {
        @Override
        public FactId id() {
            return FactId.self(Kind.TYPE, type.name());
        }
    }

    /** A domain without its default and its checks. */
    record OfDomain(DomainType type) implements Fact {
        @Override
        public FactId id() {
            return FactId.self(Kind.DOMAIN, type.name());
        }
    }

    record OfDomainDefault(QualifiedName domain, SqlText expression) implements Fact {
        @Override
        public FactId id() {
            return FactId.self(Kind.DOMAIN, domain).with(Aspect.DEFAULT);
        }

        @Override
        public Optional<FactId> parent() {
            return Optional.of(FactId.self(Kind.DOMAIN, domain));
        }
    }

    record OfDomainCheck(QualifiedName domain, Constraint.Check check) implements Fact {
        @Override
        public FactId id() {
            return FactId.part(Kind.DOMAIN_CONSTRAINT, domain, check.name());
        }

        @Override
        public Optional<FactId> parent() {
            return Optional.of(FactId.self(Kind.DOMAIN, domain));
        }
    }

    /** A sequence without its owner. */
    record OfSequence(Sequence sequence) implements Fact {
        @Override
        public FactId id() {
            return FactId.self(Kind.SEQUENCE, sequence.name());
        }
    }

    /** That a sequence goes with a column. */
    record OfSequenceOwner(Sequence sequence) implements Fact {
        @Override
        public FactId id() {
            return FactId.self(Kind.SEQUENCE, sequence.name()).with(Aspect.OWNED_BY);
        }

        @Override
        public Optional<FactId> parent() {
            return Optional.of(FactId.self(Kind.SEQUENCE, sequence.name()));
        }
    }

    /** A table without what it holds: its name, how it is stored and partitioned. */
    record OfTable(Table table) implements Fact {
        @Override
        public FactId id() {
            return FactId.self(Kind.TABLE, table.name());
        }
    }

    /** A column without its default. */
    record OfColumn(QualifiedName table, Column column) implements Fact {
        @Override
        public FactId id() {
            return FactId.part(Kind.COLUMN, table, column.name());
        }

        @Override
        public Optional<FactId> parent() {
            return Optional.of(FactId.self(Kind.TABLE, table));
        }
    }

    record OfDefault(QualifiedName table, String column, SqlText expression) implements Fact {
        @Override
        public FactId id() {
            return FactId.part(Kind.COLUMN, table, column).with(Aspect.DEFAULT);
        }

        @Override
        public Optional<FactId> parent() {
            return Optional.of(FactId.part(Kind.COLUMN, table, column));
        }
    }

    record OfConstraint(QualifiedName table, Constraint constraint) implements Fact {
        @Override
        public FactId id() {
            return FactId.part(Kind.CONSTRAINT, table, constraint.name());
        }

        @Override
        public Optional<FactId> parent() {
            return Optional.of(FactId.self(Kind.TABLE, table));
        }
    }

    /** @param relation the table or materialized view */
    record OfIndex(ObjectName relation, Index index) implements Fact {
        @Override
        public FactId id() {
            return FactId.part(Kind.INDEX, relation.name(), index.name());
        }

        @Override
        public Optional<FactId> parent() {
            return Optional.of(FactId.self(relation));
        }
    }

    /** @param relation the table or view */
    record OfTrigger(ObjectName relation, Trigger trigger) implements Fact {
        @Override
        public FactId id() {
            return FactId.part(Kind.TRIGGER, relation.name(), trigger.name());
        }

        @Override
        public Optional<FactId> parent() {
            return Optional.of(FactId.self(relation));
        }
    }

    record OfPolicy(QualifiedName table, Policy policy) implements Fact {
        @Override
        public FactId id() {
            return FactId.part(Kind.POLICY, table, policy.name());
        }

        @Override
        public Optional<FactId> parent() {
            return Optional.of(FactId.self(Kind.TABLE, table));
        }
    }

    /** That row level security is on. */
    record OfRowSecurity(QualifiedName table, RowSecurity mode) implements Fact {
        @Override
        public FactId id() {
            return FactId.self(Kind.TABLE, table).with(Aspect.ROW_SECURITY);
        }

        @Override
        public Optional<FactId> parent() {
            return Optional.of(FactId.self(Kind.TABLE, table));
        }
    }

    record OfReplicaIdentity(QualifiedName table, ReplicaIdentity identity) implements Fact {
        @Override
        public FactId id() {
            return FactId.self(Kind.TABLE, table).with(Aspect.REPLICA_IDENTITY);
        }

        @Override
        public Optional<FactId> parent() {
            return Optional.of(FactId.self(Kind.TABLE, table));
        }
    }

    /** That a table inherits from another. */
    record OfInheritance(QualifiedName table, QualifiedName from) implements Fact {
        @Override
        public FactId id() {
            return new FactId(Aspect.INHERITS, ObjectName.of(Kind.TABLE, table), from.sql());
        }

        @Override
        public Optional<FactId> parent() {
            return Optional.of(FactId.self(Kind.TABLE, table));
        }
    }

    /** That a table is a partition. */
    record OfPartition(QualifiedName table, Hierarchy.PartitionOf of) implements Fact {
        @Override
        public FactId id() {
            return FactId.self(Kind.TABLE, table).with(Aspect.ATTACHED);
        }

        @Override
        public Optional<FactId> parent() {
            return Optional.of(FactId.self(Kind.TABLE, table));
        }
    }

    /** A view without indexes and triggers. */
    record OfView(View view) implements Fact {
        @Override
        public FactId id() {
            return FactId.self(name(view));
        }

        static ObjectName name(View view) {
            return ObjectName.of(view.materialized() ? Kind.MATERIALIZED_VIEW : Kind.VIEW, view.name());
        }
    }

    record OfRoutine(Routine routine) implements Fact {
        @Override
        public FactId id() {
            return FactId.self(ObjectName.routine(routine));
        }
    }

    record OfSql(SqlObject sql) implements Fact {
        @Override
        public FactId id() {
            return id(sql.id());
        }

        static FactId id(String id) {
            return new FactId(Aspect.SQL, ObjectName.global(Kind.SQL, id), "");
        }

        /** Whether it only changes something that is made elsewhere, or says something of it, and goes with that. */
        boolean isSatellite() {
            return SATELLITE.matcher(sql.id()).lookingAt();
        }

        @Override
        public Optional<FactId> parent() {
            return isSatellite()
                    ? sql.after().stream()
                            .filter(SqlObject.Reference.Block.class::isInstance)
                            .map(block -> id(((SqlObject.Reference.Block) block).id()))
                            .findFirst()
                    : Optional.empty();
        }

        private static final Pattern SATELLITE = Pattern.compile(
                "comment on |(privilege .*?|owner|default|tablespace|order|row security|statistics target|state|target|mapping for .*?"
                        + "|[a-z_.]+) of ");
    }

    record OfOwner(ObjectName of, String owner) implements Fact {
        @Override
        public FactId id() {
            return new FactId(Aspect.OWNER, of, "");
        }

        @Override
        public Optional<FactId> parent() {
            return Optional.of(FactId.self(of));
        }
    }

    record OfComment(ObjectName on, String text) implements Fact {
        @Override
        public FactId id() {
            return new FactId(Aspect.COMMENT, on, "");
        }

        @Override
        public Optional<FactId> parent() {
            return Optional.of(FactId.self(on));
        }
    }

    /**
     * A single privilege of one role.
     *
     * @param grant with one privilege and at most one column
     */
    record OfPrivilege(Grant grant) implements Fact {
        @Override
        public FactId id() {
            return new FactId(
                    Aspect.PRIVILEGE,
                    grant.on(),
                    grant.grantee() + " " + grant.privileges() + grant.columns() + (grant.revoke() ? " revoked" : ""));
        }

        @Override
        public Optional<FactId> parent() {
            return Optional.of(FactId.self(grant.on()));
        }
    }

    /** @param privilege with one privilege */
    record OfDefaultPrivilege(DefaultPrivilege privilege) implements Fact {
        @Override
        public FactId id() {
            return new FactId(
                    Aspect.DEFAULT_PRIVILEGE,
                    ObjectName.global(Kind.SCHEMA, privilege.schema().orElse("")),
                    privilege.creator().orElse("") + " " + privilege.objects() + " " + privilege.grantee() + " "
                            + privilege.privileges() + (privilege.revoke() ? " revoked" : ""));
        }
    }
}
