package io.pgorm.migrations.random;

import static io.pgorm.migrations.random.Choice.any;
import static io.pgorm.migrations.random.Choice.column;
import static io.pgorm.migrations.random.Choice.maybe;
import static io.pgorm.migrations.random.Choice.part;
import static io.pgorm.migrations.random.Choice.rarely;
import static io.pgorm.migrations.random.Choice.some;
import static io.pgorm.migrations.random.Choice.type;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What is chosen of an item of each kind. Stateless. */
final class Choices {

    private static final Kind[] RELATIONS = {Kind.TABLE, Kind.TABLE, Kind.VIEW, Kind.MATERIALIZED_VIEW};
    private static final Kind[] GRANTED = {
        Kind.TABLE,
        Kind.VIEW,
        Kind.MATERIALIZED_VIEW,
        Kind.SEQUENCE,
        Kind.FUNCTION,
        Kind.SCHEMA,
        Kind.ENUM,
        Kind.DOMAIN,
        Kind.PROCEDURE,
        Kind.READER
    };
    private static final Map<Kind, List<Choice>> ALL = new EnumMap<>(Kind.class);

    static {
        for (Kind kind : Kind.values()) {
            List<Choice> choices = new ArrayList<>(own(kind));
            choices.add(any("style", Names.STYLES));
            choices.add(rarely("comment", 15, 4));
            if (kind.isPlaced()) {
                choices.add(maybe("schema", 35, Kind.SCHEMA));
                choices.add(rarely("owner", 10, 3));
            }
            if (kind == Kind.SCHEMA) {
                choices.add(rarely("owner", 10, 3));
            }
            if (kind == Kind.DEFAULT_PRIVILEGE) {
                choices.add(maybe("schema", 35, Kind.SCHEMA));
            }
            ALL.put(kind, List.copyOf(choices));
        }
    }

    private Choices() {}

    static List<Choice> of(Kind kind) {
        return ALL.getOrDefault(kind, List.of());
    }

    private static List<Choice> own(Kind kind) {
        return switch (kind) {
            case SCHEMA -> List.of();
            case ENUM -> List.of(any("mask", 64), rarely("order", 10, 3));
            case DOMAIN ->
                List.of(
                        type("type"),
                        rarely("notNull", 10, 2),
                        rarely("default", 30, 9),
                        rarely("check", 50, 5),
                        rarely("second", 20, 5),
                        rarely("collation", 15, 3));
            case COMPOSITE -> List.of(type("one"), type("two"), rarely("three", 40, 12), rarely("collation", 10, 3));
            case RANGE -> List.of(any("subtype", 6), rarely("multirange", 30, 2));
            case SEQUENCE ->
                List.of(
                        rarely("type", 40, 4),
                        rarely("increment", 30, 4),
                        rarely("minimum", 20, 3),
                        rarely("maximum", 20, 3),
                        rarely("start", 20, 3),
                        rarely("cache", 20, 3),
                        rarely("cycle", 20, 2),
                        rarely("unlogged", 5, 2));
            case FUNCTION ->
                List.of(
                        type("type"),
                        any("form", 3),
                        rarely("returns", 50, 3),
                        rarely("parameters", 30, 3),
                        rarely("volatility", 40, 3),
                        rarely("strict", 20, 2),
                        rarely("parallel", 20, 3),
                        rarely("definer", 15, 2),
                        rarely("leakproof", 5, 2),
                        rarely("cost", 15, 3),
                        rarely("settings", 15, 4),
                        rarely("names", 10, 2),
                        any("n", 9));
            case TABLE ->
                List.of(
                        rarely("unlogged", 8, 2),
                        rarely("parameters", 20, 5),
                        rarely("replica", 15, 4),
                        rarely("security", 25, 3),
                        rarely("partitioned", 20, 4).asFixed(),
                        maybe("inherits", 10, Kind.TABLE).asFixed(),
                        rarely("commented", 20, 4));
            case PARTITION ->
                List.of(
                        maybe("table", 100, Kind.TABLE, Kind.PARTITION),
                        rarely("bound", 80, 8),
                        rarely("partitioned", 15, 4).asFixed(),
                        rarely("detached", 10, 2),
                        rarely("parameters", 20, 5));
            case COLUMN ->
                List.of(
                        part("table", Kind.TABLE),
                        type("type"),
                        rarely("array", 8, 2),
                        rarely("notNull", 40, 2),
                        rarely("value", 55, 12),
                        any("n", 9),
                        some("function", Kind.FUNCTION),
                        some("sequence", Kind.SEQUENCE),
                        rarely("storage", 5, 5),
                        rarely("compression", 3, 2),
                        rarely("collation", 8, 3),
                        rarely("commented", 10, 4));
            case KEY ->
                List.of(
                        part("table", Kind.TABLE),
                        rarely("primary", 60, 2),
                        column("one"),
                        column("two", 30),
                        column("include", 10),
                        rarely("deferrable", 10, 3),
                        rarely("nulls", 15, 2));
            case CHECK ->
                List.of(
                        part("table", Kind.TABLE),
                        column("one"),
                        column("two"),
                        some("function", Kind.FUNCTION),
                        any("form", 5),
                        any("n", 4),
                        rarely("noInherit", 10, 2),
                        rarely("notValid", 10, 2));
            case FOREIGN_KEY ->
                List.of(
                        part("table", Kind.TABLE),
                        some("key", Kind.KEY),
                        rarely("onDelete", 50, 5),
                        rarely("onUpdate", 30, 5),
                        rarely("deferrable", 20, 3),
                        rarely("full", 10, 2),
                        rarely("notValid", 10, 2));
            case EXCLUSION ->
                List.of(part("table", Kind.TABLE), column("one"), rarely("where", 30, 2), rarely("deferrable", 15, 3));
            case INDEX ->
                List.of(
                        part("table", Kind.TABLE, Kind.MATERIALIZED_VIEW, Kind.PARTITION, Kind.TABLE),
                        column("one"),
                        column("two"),
                        any("form", 5),
                        rarely("unique", 25, 2),
                        rarely("method", 35, 6),
                        rarely("where", 20, 4),
                        column("include", 15),
                        rarely("order", 20, 4),
                        rarely("nulls", 15, 2),
                        rarely("collation", 10, 3),
                        rarely("operators", 10, 2),
                        rarely("parameters", 15, 3),
                        some("function", Kind.FUNCTION));
            case VIEW ->
                List.of(
                        some("from", RELATIONS),
                        maybe("join", 40, RELATIONS),
                        any("form", 12),
                        any("mask", 64),
                        any("n", 9),
                        rarely("options", 25, 6),
                        some("function", Kind.FUNCTION),
                        maybe("reader", 20, Kind.READER));
            case MATERIALIZED_VIEW ->
                List.of(
                        some("from", RELATIONS),
                        maybe("join", 30, RELATIONS),
                        any("form", 12),
                        any("mask", 64),
                        any("n", 9),
                        rarely("empty", 15, 2),
                        rarely("parameters", 15, 3),
                        some("function", Kind.FUNCTION),
                        maybe("reader", 10, Kind.READER));
            case READER ->
                List.of(
                        some("from", RELATIONS),
                        any("form", 6),
                        any("one", 9),
                        rarely("definer", 20, 2),
                        rarely("volatility", 30, 2),
                        any("n", 4));
            case PROCEDURE -> List.of(some("from", RELATIONS), any("form", 3), any("n", 4));
            case TRIGGER_FUNCTION -> List.of(any("form", 4), some("from", RELATIONS), any("n", 4));
            case TRIGGER ->
                List.of(
                        part("table", Kind.TABLE, Kind.VIEW, Kind.PARTITION),
                        some("function", Kind.TRIGGER_FUNCTION),
                        any("timing", 2),
                        any("events", 16),
                        rarely("statement", 30, 2),
                        rarely("when", 30, 3),
                        rarely("of", 20, 6),
                        rarely("enabled", 15, 4),
                        rarely("constraint", 10, 4),
                        rarely("transition", 20, 2),
                        rarely("arguments", 20, 3));
            case POLICY ->
                List.of(
                        part("table", Kind.TABLE),
                        rarely("command", 60, 5),
                        rarely("restrictive", 20, 2),
                        rarely("role", 40, 4),
                        any("form", 5),
                        rarely("check", 40, 3),
                        any("one", 9),
                        some("function", Kind.FUNCTION),
                        some("other", RELATIONS));
            case GRANT ->
                List.of(
                        part("on", GRANTED),
                        any("privileges", 64),
                        any("role", 4),
                        rarely("grantable", 15, 2),
                        rarely("column", 20, 9),
                        rarely("revoke", 10, 3));
            case DEFAULT_PRIVILEGE ->
                List.of(
                        any("objects", 5),
                        any("role", 4),
                        any("privileges", 4),
                        rarely("early", 20, 2),
                        rarely("revoke", 15, 2),
                        rarely("creator", 10, 3));
            case OTHER ->
                List.of(
                        any("form", 12),
                        some("from", Kind.TABLE),
                        some("from2", Kind.TABLE),
                        any("n", 4),
                        some("function", Kind.FUNCTION));
        };
    }
}
