package io.pgorm.ir.spi;

import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.Schema;
import java.util.List;
import java.util.Optional;

/**
 * What an extension of the language says of a schema that was read from a database.
 *
 * @param attributes to be written
 * @param rest the schema without what the attributes say, which is left to be written by others
 */
public record Written(List<Attribute> attributes, Optional<Schema> rest) {

    /** An extension that has no words for anything in the schema. */
    public static final Written NOTHING = new Written(List.of(), Optional.empty());

    public Written {
        attributes = List.copyOf(attributes);
    }

    public Written(List<Attribute> attributes, Schema rest) {
        this(attributes, Optional.of(rest));
    }

    /**
     * An attribute in the words of the language.
     *
     * @param on the table or view whose model it stands on
     * @param column the column whose field it stands on; absent for the model itself
     * @param text the attribute, {@code @@rls(using: "...")}
     * @param documentation to be written above it, the comment on what it makes
     */
    public record Attribute(QualifiedName on, Optional<String> column, String text, Optional<String> documentation) {

        /** An attribute without documentation. */
        public Attribute(QualifiedName on, Optional<String> column, String text) {
            this(on, column, text, Optional.empty());
        }
    }
}
