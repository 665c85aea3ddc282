package io.pgorm.features.partition.internal;

import io.pgorm.ir.spi.DiagnosticCode;
import java.util.List;

/** The codes of what is said about partitions. A code never changes its meaning. */
public final class PartitionCodes {

    static final String BAD_KEY = "PGO1401";
    static final String KEY_NOT_IN_UNIQUE = "PGO1402";
    static final String BAD_BOUND = "PGO1403";
    static final String BOUND_VALUE = "PGO1404";
    static final String OVERLAP = "PGO1405";
    static final String EMPTY_RANGE = "PGO1406";
    static final String GAP = "PGO1407";
    static final String NESTING = "PGO1408";
    static final String NAME_TAKEN = "PGO1409";
    static final String EVERY = "PGO1410";
    static final String NOT_FOR_PARTITIONED = "PGO1411";
    static final String ATTACHED = "PGO1412";
    static final String BOUND_WITHOUT_ZONE = "PGO1413";

    private static final String BY_ID = "@@partition([id], by: RANGE)";

    public static final List<DiagnosticCode> ALL = List.of(
            code(
                    BAD_KEY,
                    "a partition key cannot choose a partition",
                    "@@partition([id, day], by: LIST)",
                    "LIST takes one field. A generated field, and a type whose values have no order such as Json,"
                            + " choose no partition."),
            code(
                    KEY_NOT_IN_UNIQUE,
                    "a unique key of a partitioned table lacks a field of the partition key",
                    "@@partition([day], by: RANGE)",
                    "Add the field to the key, `@@id([id, day])`: each partition knows only its own rows, so that it"
                            + " cannot look for the key in the others."),
            code(
                    BAD_BOUND,
                    "a partition does not say which rows it takes in the way its table asks for",
                    BY_ID + "\n  @@partition.table(\"few\", in: [1, 2])",
                    "RANGE takes from: and to: with one value for each part of the key, LIST takes in:, HASH takes"
                            + " modulus: and remainder:; RANGE and LIST take default: true."),
            code(
                    BOUND_VALUE,
                    "a value of a bound is no value of the partition key",
                    BY_ID + "\n  @@partition.table(\"few\", from: [1], to: [\"many\"])",
                    "Write a value of the key's type."),
            code(
                    OVERLAP,
                    "two partitions would take the same rows",
                    BY_ID + "\n  @@partition.table(\"a\", from: [1], to: [10])\n"
                            + "  @@partition.table(\"b\", from: [9], to: [20])",
                    "Change one of the bounds. from: belongs to a range, to: does not. Of two moduli the smaller"
                            + " divides the larger."),
            code(
                    EMPTY_RANGE,
                    "a range holds no value",
                    BY_ID + "\n  @@partition.table(\"a\", from: [10], to: [1])",
                    "Let it end behind where it begins."),
            code(
                    GAP,
                    "a row may come that fits no partition",
                    BY_ID + "\n  @@partition.table(\"a\", from: [1], to: [10])",
                    "Add a default partition, or leave it where such rows are to be refused."),
            code(
                    NESTING,
                    "a partition has nothing to be a partition of",
                    "@@partition.table(\"a\", from: [1], to: [10])",
                    "The model has @@partition; a partition under another names it in of:, and that one has by: and"
                            + " keys:."),
            code(
                    NAME_TAKEN,
                    "a partition has the name of another table",
                    BY_ID + "\n  @@partition.table(\"events\", default: true)",
                    "Give it a name of its own."),
            code(
                    EVERY,
                    "partitions cannot be made ahead of time like this",
                    "@@partition([id], by: RANGE, every: \"1 month\")",
                    "every: is for RANGE over one Timestamptz, Timestamp or Date; it is a number of hours, days,"
                            + " weeks, months or years."),
            code(
                    NOT_FOR_PARTITIONED,
                    "a partitioned table cannot have this",
                    "@@storage(fillfactor: 70)\n  " + BY_ID,
                    "It has no rows of its own. Make the partitions models with @@partition.of where they need storage"
                            + " of their own."),
            new DiagnosticCode(
                    ATTACHED,
                    "a table cannot be a partition of this one",
                    model(BY_ID) + "\nmodel Few {\n  id  Int  @id\n\n  @@partition.of(Event, from: [1], to: [10])\n}\n",
                    "The parent has @@partition. A partition has the same fields with the same types, and the same"
                            + " checks."),
            code(
                    BOUND_WITHOUT_ZONE,
                    "a bound of a Timestamptz has no time zone",
                    "@@partition([at], by: RANGE)\n"
                            + "  @@partition.table(\"a\", from: [\"2026-01-01\"], to: [\"2027-01-01\"])",
                    "Write the zone, \"2026-01-01 00:00:00+00\": else it means another time wherever the session has"
                            + " another zone."));

    private PartitionCodes() {}

    private static DiagnosticCode code(String code, String title, String attributes, String cure) {
        return new DiagnosticCode(code, title, model(attributes), cure);
    }

    private static String model(String attributes) {
        String key = attributes.contains("partition([at]") ? "" : "  @id";
        return "model Event {\n  id   Int" + key + "\n  day  Date\n  at   Timestamptz\n\n  " + attributes + "\n}\n";
    }
}
