package io.pgorm.sdl.internal.syntax;

import io.pgorm.ir.diagnostic.SourceSpan;
import java.util.List;
import java.util.Optional;

/** What stands at the top level of a file. */
public sealed interface Declaration {

    SourceSpan span();

    /**
     * A model.
     *
     * @param complete false where a part could not be read, so that what seems to be missing may be there
     * @param namesKnown false where not even the name of a field could be read
     */
    record Model(
            Name name,
            List<Field> fields,
            List<Attribute> attributes,
            Optional<String> documentation,
            boolean complete,
            boolean namesKnown)
            implements Named {
        public Model {
            fields = List.copyOf(fields);
            attributes = List.copyOf(attributes);
        }
    }

    /** An enum. */
    record Enumeration(
            Name name,
            List<EnumValue> values,
            List<Attribute> attributes,
            Optional<String> documentation,
            boolean complete)
            implements Named {
        public Enumeration {
            values = List.copyOf(values);
            attributes = List.copyOf(attributes);
        }
    }

    record EnumValue(Name name, List<Attribute> attributes, Optional<String> documentation) {
        public EnumValue {
            attributes = List.copyOf(attributes);
        }
    }

    /** The session block. */
    record Session(SourceSpan span, boolean external, List<Field> fields, List<Attribute> attributes, boolean complete)
            implements Declaration {
        public Session {
            fields = List.copyOf(fields);
            attributes = List.copyOf(attributes);
        }
    }

    /** An extension of PostgreSQL, by its name there. */
    record Extension(Name name, List<Attribute> attributes, Optional<String> documentation) implements Named {
        public Extension {
            attributes = List.copyOf(attributes);
        }
    }

    /** A schema of the database. */
    record Namespace(
            Name name, List<Field> fields, List<Attribute> attributes, Optional<String> documentation, boolean complete)
            implements Named {
        public Namespace {
            fields = List.copyOf(fields);
            attributes = List.copyOf(attributes);
        }
    }

    record Role(Name name, List<Attribute> attributes, Optional<String> documentation, boolean complete)
            implements Named {
        public Role {
            attributes = List.copyOf(attributes);
        }
    }

    /** A composite type, or a range: one with {@code @@range} and without fields. */
    record Composite(
            Name name, List<Field> fields, List<Attribute> attributes, Optional<String> documentation, boolean complete)
            implements Named {
        public Composite {
            fields = List.copyOf(fields);
            attributes = List.copyOf(attributes);
        }
    }

    record Domain(Name name, TypeUse type, List<Attribute> attributes, Optional<String> documentation, boolean complete)
            implements Named {
        public Domain {
            attributes = List.copyOf(attributes);
        }
    }

    record Sequence(Name name, List<Attribute> attributes, Optional<String> documentation, boolean complete)
            implements Named {
        public Sequence {
            attributes = List.copyOf(attributes);
        }
    }

    /**
     * A view.
     *
     * @param query absent where it could not be read
     */
    record View(
            Name name,
            boolean materialized,
            List<Field> fields,
            List<Attribute> attributes,
            Optional<StringValue> query,
            Optional<String> documentation,
            boolean complete)
            implements Named {
        public View {
            fields = List.copyOf(fields);
            attributes = List.copyOf(attributes);
        }
    }

    /**
     * A function or a procedure.
     *
     * @param result what stands behind {@code returns}
     * @param options words and numbers in order
     * @param body absent where it could not be read
     */
    record Routine(
            Name name,
            boolean procedure,
            List<Parameter> parameters,
            Optional<Result> result,
            List<Option> options,
            Optional<StringValue> body,
            List<Attribute> attributes,
            Optional<String> documentation,
            boolean complete)
            implements Named {
        public Routine {
            parameters = List.copyOf(parameters);
            options = List.copyOf(options);
            attributes = List.copyOf(attributes);
        }
    }

    /**
     * A parameter of a function, or a column of the table that it returns.
     *
     * @param words what stands before the type: a mode, a name, both or none
     */
    record Parameter(List<Name> words, TypeUse type, Optional<Value> defaultValue, SourceSpan span) {
        public Parameter {
            words = List.copyOf(words);
        }
    }

    /** What a function returns. */
    sealed interface Result {
        SourceSpan span();
    }

    record Returns(boolean set, TypeUse type, SourceSpan span) implements Result {}

    record ReturnsTable(List<Parameter> columns, SourceSpan span) implements Result {
        public ReturnsTable {
            columns = List.copyOf(columns);
        }
    }

    /**
     * A word or a number among the options of a function.
     *
     * @param operand the string behind it, where it takes one
     */
    record Option(Name word, boolean number, Optional<StringValue> operand) {}

    /** SQL of the author's own. */
    record Sql(
            StringValue id,
            List<Place> places,
            StringValue sql,
            Optional<StringValue> down,
            Optional<String> documentation)
            implements Declaration {
        public Sql {
            places = List.copyOf(places);
        }

        @Override
        public SourceSpan span() {
            return id.span();
        }
    }

    /** A word and what it is said of: {@code after [User]}, {@code at types}. */
    record Place(Name word, Value value) {}

    /** A declaration that has a name. */
    sealed interface Named extends Declaration {
        Name name();

        List<Attribute> attributes();

        Optional<String> documentation();

        @Override
        default SourceSpan span() {
            return name().span();
        }
    }

    /** A field of a block. */
    record Field(Name name, TypeUse type, List<Attribute> attributes, Optional<String> documentation, SourceSpan span) {
        public Field {
            attributes = List.copyOf(attributes);
        }
    }

    /**
     * A type as it is used.
     *
     * @param name without arguments and marks
     * @param arguments what stands in parentheses
     * @param list how many {@code []} stand after it
     * @param optional how many {@code ?} stand after it
     * @param optionalElements whether a {@code ?} stands before a {@code []}
     */
    record TypeUse(
            Name name, List<Argument> arguments, int list, int optional, boolean optionalElements, SourceSpan span) {
        public TypeUse {
            arguments = List.copyOf(arguments);
        }

        /** The type of a field whose type could not be read, which has been reported. */
        static TypeUse unread(SourceSpan span) {
            return new TypeUse(new Name("", span), List.of(), 0, 0, false, span);
        }

        public boolean isUnread() {
            return name.text().isEmpty();
        }
    }
}
