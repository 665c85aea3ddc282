CREATE TABLE "events" (
    "at" timestamp with time zone NOT NULL,
    CONSTRAINT "events_pkey" PRIMARY KEY ("at")
) PARTITION BY RANGE ("at");

CREATE TABLE "events_2026" PARTITION OF "events" FOR VALUES FROM ('2026-01-01') TO ('2027-01-01 00:00:00+00');
CREATE TABLE "events_rest" PARTITION OF "events" DEFAULT;
