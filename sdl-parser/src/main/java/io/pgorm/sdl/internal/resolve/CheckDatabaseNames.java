package io.pgorm.sdl.internal.resolve;

import io.pgorm.ir.CompositeType;
import io.pgorm.ir.DomainType;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.RangeType;
import io.pgorm.ir.SchemaObject;
import io.pgorm.ir.Sequence;
import io.pgorm.ir.diagnostic.SourceSpan;
import io.pgorm.sdl.Codes;
import io.pgorm.sdl.internal.Report;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Refuses tables, types and so on that would have the same name in the database: each table is a type there too. */
final class CheckDatabaseNames {

    /** Types of pg_catalog, which is searched first: an enum of that name could not be named without its schema. */
    private static final Set<String> CATALOG_TYPES = Set.of(
            "abstime",
            "aclitem",
            "any",
            "anyarray",
            "anyelement",
            "bit",
            "bool",
            "box",
            "bpchar",
            "bytea",
            "char",
            "cid",
            "cidr",
            "circle",
            "cstring",
            "date",
            "datemultirange",
            "daterange",
            "event_trigger",
            "float4",
            "float8",
            "gtsvector",
            "inet",
            "int2",
            "int2vector",
            "int4",
            "int4multirange",
            "int4range",
            "int8",
            "int8multirange",
            "int8range",
            "internal",
            "interval",
            "json",
            "jsonb",
            "jsonpath",
            "language_handler",
            "line",
            "lseg",
            "macaddr",
            "macaddr8",
            "money",
            "name",
            "numeric",
            "nummultirange",
            "numrange",
            "oid",
            "oidvector",
            "path",
            "pg_lsn",
            "pg_node_tree",
            "pg_snapshot",
            "point",
            "polygon",
            "record",
            "refcursor",
            "regclass",
            "regcollation",
            "regconfig",
            "regdictionary",
            "regnamespace",
            "regoper",
            "regoperator",
            "regproc",
            "regprocedure",
            "regrole",
            "regtype",
            "text",
            "tid",
            "time",
            "timestamp",
            "timestamptz",
            "timetz",
            "trigger",
            "tsmultirange",
            "tsquery",
            "tsrange",
            "tstzmultirange",
            "tstzrange",
            "tsvector",
            "txid_snapshot",
            "unknown",
            "uuid",
            "varbit",
            "varchar",
            "void",
            "xid",
            "xid8",
            "xml");

    private final Report report;
    /** Tables, views, sequences and composite types. */
    private final Map<QualifiedName, SourceSpan> relations = new HashMap<>();

    private final Map<QualifiedName, SourceSpan> types = new HashMap<>();

    private CheckDatabaseNames(Report report) {
        this.report = report;
    }

    static void check(Scope scope, Collection<TableDraft> tables, List<? extends SchemaObject> others) {
        CheckDatabaseNames check = new CheckDatabaseNames(scope.report);
        for (TableDraft table : tables) {
            check.relation(
                    table.name,
                    table.span,
                    "table",
                    "give one of them another table with @@map, or a join table another name with"
                            + " @relation(\"name\")");
            check.types.putIfAbsent(table.name, table.span);
        }
        scope.views.values().forEach(view -> {
            check.relation(view.table(), view.span(), "view", "give one of them another name with @@map");
            check.types.putIfAbsent(view.table(), view.span());
        });
        scope.enums.values().forEach(type -> check.type(type.name(), type.span(), "the enum", "@@map"));
        others.forEach(check::other);
    }

    private void other(SchemaObject object) {
        switch (object) {
            case Sequence sequence ->
                relation(sequence.name(), sequence.span(), "sequence", "give one of them another name with @map");
            case CompositeType type -> {
                type(type.name(), type.span(), "the composite type", "@@map");
                relations.putIfAbsent(type.name(), type.span());
            }
            case DomainType type -> type(type.name(), type.span(), "the domain", "@map");
            case RangeType type -> {
                type(type.name(), type.span(), "the range", "@@map");
                type(ResolveRange.multirange(type), type.span(), "the multirange of the range", "multirange:");
            }
            default -> {}
        }
    }

    private void relation(QualifiedName name, SourceSpan span, String what, String help) {
        SourceSpan before = relations.putIfAbsent(name, span);
        if (before != null) {
            report.error(
                    Codes.DATABASE_NAME_TAKEN,
                    span,
                    "the " + what + " \"" + name + "\" is already that of " + Report.place(before),
                    help);
        }
    }

    private void type(QualifiedName name, SourceSpan span, String what, String map) {
        if (CATALOG_TYPES.contains(name.name()) && name.schema().equals(QualifiedName.DEFAULT_SCHEMA)) {
            report.error(
                    Codes.DATABASE_NAME_TAKEN,
                    span,
                    "PostgreSQL has a type \"" + name + "\" of its own, which would be found before " + what,
                    "choose another name with " + map);
            return;
        }
        SourceSpan before = types.putIfAbsent(name, span);
        if (before != null) {
            report.error(
                    Codes.DATABASE_NAME_TAKEN,
                    span,
                    "the type \"" + name + "\" of " + what + " is already that of " + Report.place(before)
                            + "; a table of PostgreSQL is a type too",
                    "choose another name with " + map);
        }
    }
}
