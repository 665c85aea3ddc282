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
            implements Declaration {
        public Model {
            fields = List.copyOf(fields);
            attributes = List.copyOf(attributes);
        }

        @Override
        public SourceSpan span() {
            return name.span();
        }
    }

    /** An enum. */
    record Enumeration(
            Name name,
            List<EnumValue> values,
            List<Attribute> attributes,
            Optional<String> documentation,
            boolean complete)
            implements Declaration {
        public Enumeration {
            values = List.copyOf(values);
            attributes = List.copyOf(attributes);
        }

        @Override
        public SourceSpan span() {
            return name.span();
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
    record Extension(Name name) implements Declaration {
        @Override
        public SourceSpan span() {
            return name.span();
        }
    }

    /** A field of a model or of the session. */
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
