CREATE TYPE "region" AS ENUM ('EUROPE', 'ASIA', 'else');

CREATE TABLE "customers" (
    "id" integer NOT NULL,
    "region" "region" NOT NULL,
    CONSTRAINT "customers_pkey" PRIMARY KEY ("id", "region")
) PARTITION BY LIST ("region");

CREATE TABLE "customers_near" PARTITION OF "customers" FOR VALUES IN ('EUROPE');
CREATE TABLE "customers_far" PARTITION OF "customers" FOR VALUES IN ('ASIA', 'else');

CREATE TABLE "flags" (
    "id" integer NOT NULL,
    "on" boolean,
    CONSTRAINT "flags_id_on_key" UNIQUE ("id", "on")
) PARTITION BY LIST ("on");

CREATE TABLE "flags_on" PARTITION OF "flags" FOR VALUES IN (TRUE);
CREATE TABLE "flags_off" PARTITION OF "flags" FOR VALUES IN (FALSE, NULL);
