package io.pgorm.ir;

import io.pgorm.ir.diagnostic.SourceSpan;
import io.pgorm.ir.spi.AttributeUse;
import java.util.List;
import java.util.Optional;

/**
 * A model: what the client sees of a table.
 *
 * @param name as the schema names it, {@code BlogPost}
 * @param plural its plural, which names the client's entry points, {@code BlogPosts}
 * @param table the table behind it
 * @param fields in the order of the schema
 * @param attributes those that extensions of the language bring
 * @param ignored whether the client leaves it out; see {@link Schema#forClient}
 * @param documentation what {@code ///} lines above it say
 */
public record Model(
        String name,
        String plural,
        QualifiedName table,
        List<Field> fields,
        List<AttributeUse> attributes,
        boolean ignored,
        Optional<String> documentation,
        SourceSpan span) {

    /** A model of the client. */
    public Model(
            String name,
            String plural,
            QualifiedName table,
            List<Field> fields,
            List<AttributeUse> attributes,
            Optional<String> documentation,
            SourceSpan span) {
        this(name, plural, table, fields, attributes, false, documentation, span);
    }

    public Model {
        fields = List.copyOf(fields);
        attributes = List.copyOf(attributes);
    }

    public List<ColumnField> columnFields() {
        return fields.stream()
                .filter(ColumnField.class::isInstance)
                .map(ColumnField.class::cast)
                .toList();
    }

    /** The field behind which the column is. */
    public Optional<ColumnField> fieldOf(String column) {
        return columnFields().stream()
                .filter(field -> field.column().equals(column))
                .findFirst();
    }

    public List<RelationField> relationFields() {
        return fields.stream()
                .filter(RelationField.class::isInstance)
                .map(RelationField.class::cast)
                .toList();
    }

    /** The model with other fields. */
    public Model withFields(List<Field> newFields) {
        return new Model(name, plural, table, newFields, attributes, ignored, documentation, span);
    }

    /** A field of a model. */
    public sealed interface Field permits ColumnField, RelationField {
        String name();

        SourceSpan span();
    }

    /**
     * A field that is a column.
     *
     * @param column the name of the column
     * @param updatedAt whether each update by the client sets it to the time of the transaction
     * @param version whether each update by the client counts it up
     * @param ignored whether the client leaves it out
     */
    public record ColumnField(
            String name,
            String column,
            boolean updatedAt,
            boolean version,
            List<AttributeUse> attributes,
            boolean ignored,
            Optional<String> documentation,
            SourceSpan span)
            implements Field {

        /** A field of the client. */
        public ColumnField(
                String name,
                String column,
                boolean updatedAt,
                List<AttributeUse> attributes,
                Optional<String> documentation,
                SourceSpan span) {
            this(name, column, updatedAt, false, attributes, false, documentation, span);
        }

        public ColumnField {
            attributes = List.copyOf(attributes);
        }
    }

    /** A field that leads to another model; it has no column of its own. */
    public record RelationField(
            String name, String target, Arity arity, Link link, Optional<String> documentation, SourceSpan span)
            implements Field {}

    /** How many rows are at the other end. */
    public enum Arity {
        ONE,
        ZERO_OR_ONE,
        MANY
    }

    /** How two tables are joined. */
    public sealed interface Link permits Direct, Through {}

    /**
     * By columns of the two tables themselves.
     *
     * @param local columns of this model's table
     * @param remote columns of the target's table, in the order of {@code local}
     * @param owner whether the foreign key is on this side
     */
    public record Direct(List<String> local, List<String> remote, boolean owner) implements Link {
        public Direct {
            local = List.copyOf(local);
            remote = List.copyOf(remote);
        }
    }

    /**
     * Through the join table of an implicit many to many.
     *
     * @param local key columns of this model's table
     * @param joinLocal columns of the join table that point to them
     * @param joinRemote columns of the join table that point to the target
     * @param remote key columns of the target's table
     */
    public record Through(
            QualifiedName table,
            List<String> local,
            List<String> joinLocal,
            List<String> joinRemote,
            List<String> remote)
            implements Link {
        public Through {
            local = List.copyOf(local);
            joinLocal = List.copyOf(joinLocal);
            joinRemote = List.copyOf(joinRemote);
            remote = List.copyOf(remote);
        }
    }
}
