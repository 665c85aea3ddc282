package io.pgorm.features.timescale.internal;

import io.pgorm.ir.spi.DiagnosticCode;
import java.util.List;

/** The codes of what is said about hypertables. A code never changes its meaning. */
public final class HypertableCodes {

    static final String TIME = "PGO1701";
    static final String KEY = "PGO1702";
    static final String CHUNK = "PGO1703";
    static final String FOREIGN_KEY = "PGO1704";
    static final String TABLE = "PGO1705";
    static final String PLACE = "PGO1706";
    static final String SECURITY = "PGO1707";
    static final String POINTED_TO = "PGO1708";

    public static final List<DiagnosticCode> ALL = List.of(
            code(
                    TIME,
                    "the time of a hypertable is none",
                    "@@id([sensor, at])\n  @@hypertable(time: sensorName)",
                    "Name one field of the type Timestamptz, Timestamp, Date or a whole number that is never absent."),
            code(
                    KEY,
                    "a unique key of a hypertable lacks its time",
                    "@@id([sensor])\n  @@hypertable(time: at)",
                    "Add the time to the key, `@@id([sensor, at])`: each chunk knows only its own rows."),
            code(
                    CHUNK,
                    "the length of a chunk is none",
                    "@@id([sensor, at])\n  @@hypertable(time: at, chunk: \"a while\")",
                    "Write a number and a unit, \"7 days\"; for a time that is a number, a number."),
            new DiagnosticCode(
                    FOREIGN_KEY,
                    "a hypertable points to a hypertable",
                    """
                    model Reading {
                      at      Timestamptz  @id
                      alarm  Alarm?

                      @@hypertable(time: at)
                    }

                    model Alarm {
                      at       Timestamptz  @id
                      reading  Reading      @relation(fields: [at], references: [at])

                      @@hypertable(time: at)
                    }
                    """,
                    "TimescaleDB has no such foreign keys: keep the value without a relation."),
            code(
                    TABLE,
                    "this cannot be a hypertable",
                    "@@id([sensor, at])\n  @@partition([at], by: RANGE)\n  @@hypertable(time: at)",
                    "A hypertable is a table without partitions and parents, and no view."),
            code(
                    PLACE,
                    "an attribute of hypertables stands elsewhere",
                    "@@id([sensor, at])\n  @@hypertable.retain(\"90 days\")",
                    "Compression and retention are for models with @@hypertable, @@hypertable.continuous for materialized views of"
                            + " them, with every: where it has from: or to:."),
            code(
                    SECURITY,
                    "a hypertable has policies and is compressed",
                    """
                    @@id([sensor, at])
                      @@hypertable(time: at)
                      @@hypertable.compress(after: "30 days")
                      @@rls(using: "{sensor} > 0")""",
                    "TimescaleDB has no row security for compressed chunks: leave one of the two out."),
            new DiagnosticCode(
                    POINTED_TO,
                    "a foreign key points to a hypertable",
                    """
                    model Reading {
                      at     Timestamptz  @id
                      notes  Note[]

                      @@hypertable(time: at)
                    }

                    model Note {
                      id       Int          @id
                      reading  Reading      @relation(fields: [at], references: [at])
                      at       Timestamptz

                      @@index([at])
                    }
                    """,
                    "PostgreSQL drops no chunk while a foreign key points to the hypertable: keep the value without a relation, if"
                            + " old chunks are to go."));

    private HypertableCodes() {}

    private static DiagnosticCode code(String code, String title, String attributes, String cure) {
        return new DiagnosticCode(
                code,
                title,
                "model Reading {\n  sensor      Int\n  sensorName  Text\n  at          Timestamptz\n\n  " + attributes
                        + "\n}\n",
                cure);
    }
}
