package io.pgorm.ir.spi;

import io.pgorm.ir.Index;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.SqlText;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A resolved argument of an attribute. */
public sealed interface ArgumentValue {

    record Sql(SqlText value) implements ArgumentValue {}

    record Text(String value) implements ArgumentValue {}

    record Whole(long value) implements ArgumentValue {}

    record Bool(boolean value) implements ArgumentValue {}

    /** As written, or as the parameter's own list of words spells it. */
    record Word(String value) implements ArgumentValue {}

    record Words(List<String> values) implements ArgumentValue {
        public Words {
            values = List.copyOf(values);
        }
    }

    /** Names of columns of the model's table. */
    record Columns(List<String> names) implements ArgumentValue {
        public Columns {
            names = List.copyOf(names);
        }
    }

    record Keys(List<Index.Key> values) implements ArgumentValue {
        public Keys {
            values = List.copyOf(values);
        }
    }

    /** Names of columns in the order of the schema, each with its word, in upper case, or an empty one. */
    record FieldWords(Map<String, String> values) implements ArgumentValue {
        public FieldWords {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }

    record Texts(List<String> values) implements ArgumentValue {
        public Texts {
            values = List.copyOf(values);
        }
    }

    /** Each as SQL: a quoted literal, a number, or a word in upper case. */
    record Constants(List<SqlText> values) implements ArgumentValue {
        public Constants {
            values = List.copyOf(values);
        }
    }

    record Named(QualifiedName name) implements ArgumentValue {}
}
