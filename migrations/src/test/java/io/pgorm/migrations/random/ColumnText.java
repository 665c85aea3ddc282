package io.pgorm.migrations.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Columns in CREATE TABLE. */
final class ColumnText {

    private final Shape shape;

    ColumnText(Shape shape) {
        this.shape = shape;
    }

    /** Whether rows give no value for it. */
    boolean isComputed(Item column) {
        return generated(column).isPresent();
    }

    String definition(Item column) {
        Type type = shape.columnType(column);
        int form = column.get("value");
        String collation = !type.hasCollation()
                ? ""
                : switch (column.get("collation")) {
                    case 1 -> " COLLATE \"C\"";
                    case 2 -> " COLLATE \"POSIX\"";
                    default -> "";
                };
        String name = Names.quoted(Names.of(column)) + " ";
        if (form == 4 && type.isInteger()) {
            return name
                    + switch (type.sql()) {
                        case "bigint" -> "bigserial";
                        case "smallint" -> "smallserial";
                        default -> "serial";
                    };
        }
        if ((form == 5 || form == 6) && type.isInteger()) {
            return name + type.sql() + " GENERATED " + (form == 5 ? "ALWAYS" : "BY DEFAULT") + " AS IDENTITY"
                    + (column.get("n") > 5 ? " (START WITH " + column.get("n") * 100 + " INCREMENT BY 5)" : "");
        }
        return name
                + type.sql()
                + collation
                + generated(column)
                        .or(() -> value(column, type).map(text -> " DEFAULT " + text))
                        .orElse("")
                + (column.is("notNull") ? " NOT NULL" : "");
    }

    private Optional<String> value(Item column, Type type) {
        return switch (column.get("value")) {
            case 1, 7 -> Optional.of(type.value(column.get("n")));
            case 2 ->
                shape.function(column, type, false, 0)
                        .map(function -> shape.name(function) + "(" + type.value(column.get("n")) + ")");
            case 3 ->
                shape.world()
                        .item(column.get("sequence"), Kind.SEQUENCE)
                        .filter(sequence -> type.isInteger())
                        .map(sequence ->
                                "nextval(" + io.pgorm.ir.sql.Literals.quote(shape.name(sequence)) + "::regclass)");
            case 10 ->
                switch (type.family()) {
                    case TIME -> Optional.of("CURRENT_TIMESTAMP::" + type.sql());
                    case TEXT -> Optional.of("gen_random_uuid()::text::" + type.sql());
                    default -> type.sql().equals("uuid") ? Optional.of("gen_random_uuid()") : Optional.empty();
                };
            case 11 -> Optional.of("NULL::" + type.sql());
            default -> Optional.empty();
        };
    }

    /** A generated column is computed from the first plain column of its table. */
    private Optional<String> generated(Item column) {
        int form = column.get("value");
        if (form != 8 && form != 9) {
            return Optional.empty();
        }
        Type type = shape.columnType(column);
        return shape.world().item(column.get("table")).stream()
                .flatMap(table -> shape.columns(table).stream())
                .filter(other -> other.id() < column.id() && other.get("value") != 8 && other.get("value") != 9)
                .flatMap(source -> expression(column, source, type, form).stream())
                .map(expression -> " GENERATED ALWAYS AS (" + expression + ")" + (form == 8 ? " STORED" : " VIRTUAL"))
                .findFirst();
    }

    private Optional<String> expression(Item column, Item source, Type type, int form) {
        Type from = shape.columnType(source);
        String name = Names.quoted(Names.of(source));
        if (form == 8 && from.sql().equals(type.sql())) {
            Optional<String> called =
                    shape.function(column, type, true, 0).map(function -> shape.name(function) + "(" + name + ")");
            if (called.isPresent()) {
                return called;
            }
        }
        if (type.isInteger() && from.isInteger()) {
            return Optional.of("(" + name + " + " + column.get("n") + ")::" + type.sql());
        }
        if (type.sql().equals("text") && from.family() == Type.Family.TEXT) {
            return Optional.of("upper(" + name + "::text)");
        }
        if (type.family() == Type.Family.BOOLEAN) {
            return Optional.of(name + " IS NULL");
        }
        return from.sql().equals(type.sql()) && (form == 8 || !type.sql().contains("."))
                ? Optional.of(name)
                : Optional.empty();
    }

    List<String> afterwards(Item column) {
        String alter = "ALTER TABLE "
                + shape.name(shape.world().item(column.get("table")).orElseThrow()) + " ALTER COLUMN "
                + Names.quoted(Names.of(column)) + " ";
        Type type = shape.columnType(column);
        boolean wide = type.family() == Type.Family.TEXT || type.family() == Type.Family.JSON;
        List<String> sql = new ArrayList<>();
        if (column.is("storage") && wide) {
            sql.add(alter + "SET STORAGE "
                    + List.of("PLAIN", "EXTERNAL", "EXTENDED", "MAIN").get(column.get("storage") - 1));
        }
        if (column.is("compression") && wide) {
            sql.add(alter + "SET COMPRESSION pglz");
        }
        return sql;
    }
}
