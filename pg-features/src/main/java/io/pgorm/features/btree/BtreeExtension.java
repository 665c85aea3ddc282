package io.pgorm.features.btree;

import io.pgorm.ir.spi.OperatorClass;
import io.pgorm.ir.spi.OperatorClass.Choice;
import io.pgorm.ir.spi.SchemaExtension;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The operator classes of {@code btree_gist} and {@code btree_gin}. An exclusion "the same room, at overlapping times"
 * needs the one, an index over a tenant and a document the other; both are the default of their types once the extension
 * is there.
 */
public final class BtreeExtension implements SchemaExtension {

    /** What the names of the classes are made of, by type. */
    private static final Map<String, String> STEMS = Map.ofEntries(
            Map.entry("smallint", "int2"),
            Map.entry("integer", "int4"),
            Map.entry("bigint", "int8"),
            Map.entry("real", "float4"),
            Map.entry("double precision", "float8"),
            Map.entry("numeric", "numeric"),
            Map.entry("timestamp", "timestamp"),
            Map.entry("timestamp with time zone", "timestamptz"),
            Map.entry("time", "time"),
            Map.entry("time with time zone", "timetz"),
            Map.entry("date", "date"),
            Map.entry("interval", "interval"),
            Map.entry("oid", "oid"),
            Map.entry("char", "bpchar"),
            Map.entry("text", "text"),
            Map.entry("bytea", "bytea"),
            Map.entry("bit", "bit"),
            Map.entry("macaddr", "macaddr"),
            Map.entry("inet", "inet"),
            Map.entry("cidr", "cidr"),
            Map.entry("uuid", "uuid"),
            Map.entry("boolean", "bool"),
            Map.entry("anyenum", "enum"));

    @Override
    public String name() {
        return "btree";
    }

    @Override
    public List<OperatorClass> operatorClasses() {
        return Stream.concat(classes("gist", "gist_", "cash", "vbit"), classes("gin", "", "money", "varbit"))
                .toList();
    }

    private static Stream<OperatorClass> classes(String method, String prefix, String money, String varbit) {
        Map<String, String> stems = new TreeMap<>(STEMS);
        stems.put("money", money);
        stems.put("bit varying", varbit);
        return stems.entrySet().stream()
                .map(stem -> new OperatorClass(
                        prefix + stem.getValue() + "_ops",
                        method,
                        stem.getKey(),
                        Optional.of("btree_" + method),
                        Choice.EXTENSION));
    }
}
