CREATE TABLE "readings" (
    "sensor" text NOT NULL,
    "at" timestamp NOT NULL,
    "value" double precision
) PARTITION BY RANGE ((lower("sensor")), (extract(year FROM "at")));

CREATE TABLE "readings_old" PARTITION OF "readings" FOR VALUES FROM ('a', 2000) TO ('m', MAXVALUE);
CREATE TABLE "readings_rest" PARTITION OF "readings" DEFAULT;
CREATE INDEX "readings_sensor_idx" ON "readings" ("sensor");
