package io.pgorm.sdl.internal.resolve;

import io.pgorm.ir.EnumType;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.diagnostic.SourceSpan;
import io.pgorm.sdl.Codes;
import io.pgorm.sdl.internal.Report;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Refuses tables and enums that would have the same name in the database: each table is a type there too. */
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

    private CheckDatabaseNames() {}

    static void check(Scope scope, Collection<TableDraft> tables) {
        Map<QualifiedName, SourceSpan> taken = new HashMap<>();
        for (TableDraft table : tables) {
            SourceSpan before = taken.putIfAbsent(table.name, table.span);
            if (before != null) {
                scope.report.error(
                        Codes.DATABASE_NAME_TAKEN,
                        table.span,
                        "the table \"" + table.name + "\" is already that of " + Report.place(before),
                        "give one of them another table with @@map, or a join table another name with"
                                + " @relation(\"name\")");
            }
        }
        for (EnumType type : scope.enums.values()) {
            String name = type.name().name();
            if (CATALOG_TYPES.contains(name)) {
                scope.report.error(
                        Codes.DATABASE_NAME_TAKEN,
                        type.span(),
                        "PostgreSQL has a type \"" + name + "\" of its own, which would be found before the enum",
                        "choose another name with @@map");
                continue;
            }
            SourceSpan before = taken.putIfAbsent(type.name(), type.span());
            if (before != null) {
                scope.report.error(
                        Codes.DATABASE_NAME_TAKEN,
                        type.span(),
                        "the type \"" + name + "\" of the enum is already that of " + Report.place(before)
                                + "; a table of PostgreSQL is a type too",
                        "choose another name with @@map");
            }
        }
    }
}
