CREATE EXTENSION IF NOT EXISTS "timescaledb";

DO $$ BEGIN
  IF current_setting('timescaledb.license', true) = 'apache' THEN
    RAISE EXCEPTION USING ERRCODE = 'feature_not_supported',
      MESSAGE = 'this schema needs TimescaleDB''s Community edition, and this server has the Apache edition',
      HINT = 'Install the packages or the image of Timescale and set timescaledb.license to timescale, or leave out'
        ' @@hypertable.compress, @@hypertable.retain and @@hypertable.continuous.';
  END IF;
END $$;

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

CREATE MATERIALIZED VIEW "per_days" WITH ("timescaledb"."continuous" = true) AS
SELECT sensor, time_bucket('1 day', at) AS day, max(value) AS highest FROM readings GROUP BY 1, 2
WITH NO DATA;

CREATE INDEX "readings_at_idx" ON "readings" ("at" DESC);
ALTER TABLE "public"."readings" SET (timescaledb.compress, timescaledb.compress_segmentby = '"sensor"', timescaledb.compress_orderby = '"at"');
ALTER TABLE "public"."ticks" SET (timescaledb.compress);
SELECT add_compression_policy('"public"."readings"', INTERVAL '30 days');
SELECT add_compression_policy('"public"."ticks"', 1000000);
SELECT add_continuous_aggregate_policy('"public"."per_days"', start_offset => INTERVAL '3 days', end_offset => INTERVAL '1 hour', schedule_interval => INTERVAL '1 hour');
SELECT add_retention_policy('"public"."readings"', INTERVAL '2 years');
