CREATE TABLE "visits" (
    "id" integer NOT NULL,
    "at" timestamp with time zone NOT NULL
) PARTITION BY RANGE ((date_trunc('month', "at")));

CREATE TABLE "visits_rest" PARTITION OF "visits" DEFAULT;
CREATE INDEX "visits_id_idx" ON "visits" ("id");
