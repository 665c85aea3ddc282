package io.pgorm.ddl.internal;

import io.pgorm.ddl.DdlStatement;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.RangeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The SQL of a range type. Stateless. */
public final class RangeSql {

    private RangeSql() {}

    /** The name alone, which the function that makes its values canonical needs before the type is there. */
    public static DdlStatement shell(RangeType type) {
        return new SqlBuilder().sql("CREATE TYPE ").name(type.name()).statement(type.span());
    }

    public static DdlStatement create(RangeType type) {
        List<String> options = new ArrayList<>();
        options.add("SUBTYPE = " + type.subtype().sql());
        add("SUBTYPE_OPCLASS = ", type.operatorClass(), options);
        add("COLLATION = ", type.collation(), options);
        add("CANONICAL = ", type.canonical(), options);
        add("SUBTYPE_DIFF = ", type.difference(), options);
        add("MULTIRANGE_TYPE_NAME = ", type.multirange(), options);
        SqlBuilder sql = new SqlBuilder().sql("CREATE TYPE ").name(type.name()).sql(" AS RANGE (");
        return sql.each(options, ", ", sql::sql).sql(")").statement(type.span());
    }

    private static void add(String words, Optional<QualifiedName> name, List<String> options) {
        name.ifPresent(given -> options.add(words + given.sql()));
    }
}
