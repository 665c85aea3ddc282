package io.pgorm.ir;

import java.util.List;

/** The type of a column. */
public sealed interface ColumnType
        permits ColumnType.Scalar, ColumnType.EnumReference, ColumnType.TypeReference, ColumnType.Raw {

    /** As it stands in DDL: {@code numeric(10,2)[]}. */
    String sql();

    /** Whether it holds an array. */
    boolean array();

    /** A type of the language, with its arguments in order, already checked. */
    record Scalar(PgType type, List<String> arguments, boolean array) implements ColumnType {
        public Scalar {
            arguments = List.copyOf(arguments);
        }

        @Override
        public String sql() {
            // The modifier of "timestamp with time zone" stands after its first word: timestamp(3) with time zone.
            String base = type.sql();
            if (!arguments.isEmpty()) {
                int space = base.indexOf(" with");
                int at = space < 0 ? base.length() : space;
                base = base.substring(0, at) + "(" + String.join(",", arguments) + ")" + base.substring(at);
            }
            return array ? base + "[]" : base;
        }

        /** The same type with other arguments. */
        public Scalar withArguments(List<String> newArguments) {
            return new Scalar(type, newArguments, array);
        }
    }

    /** An enum of the schema. */
    record EnumReference(QualifiedName name, boolean array) implements ColumnType {
        @Override
        public String sql() {
            return array ? name.sql() + "[]" : name.sql();
        }
    }

    /** A composite type, a range, a domain, or the row type of a table or view of the schema. */
    record TypeReference(QualifiedName name, boolean array) implements ColumnType {
        @Override
        public String sql() {
            return array ? name.sql() + "[]" : name.sql();
        }
    }

    /** What the author wrote in {@code Pg("...")}, as it stands. */
    record Raw(String text, boolean array) implements ColumnType {
        @Override
        public String sql() {
            return array ? text + "[]" : text;
        }
    }
}
