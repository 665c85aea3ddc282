package io.pgorm.ir.spi;

import io.pgorm.ir.SqlText;
import java.util.List;

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
}
