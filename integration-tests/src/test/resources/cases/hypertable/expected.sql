CREATE EXTENSION IF NOT EXISTS "timescaledb";

CREATE TABLE "readings" (
    "sensor" integer NOT NULL,
    "at" timestamp with time zone NOT NULL,
    "value" double precision NOT NULL,
    CONSTRAINT "readings_pkey" PRIMARY KEY ("sensor", "at")
);

CREATE TABLE "ticks" (
    "n" bigint NOT NULL,
    "price" numeric NOT NULL,
    CONSTRAINT "ticks_pkey" PRIMARY KEY ("n")
);

SELECT create_hypertable('"public"."readings"', by_range('at', INTERVAL '7 days'), create_default_indexes => false);
SELECT create_hypertable('"public"."ticks"', by_range('n', 100000), create_default_indexes => false);
CREATE INDEX "readings_at_idx" ON "readings" ("at" DESC);
