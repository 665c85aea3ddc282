CREATE TABLE "sales" (
    "id" integer NOT NULL,
    "region" text NOT NULL,
    "day" date NOT NULL,
    CONSTRAINT "sales_pkey" PRIMARY KEY ("id", "region", "day")
) PARTITION BY LIST ("region");

CREATE TABLE "sales_eu" PARTITION OF "sales" FOR VALUES IN ('de', 'fr') PARTITION BY RANGE ("day");
CREATE TABLE "sales_eu_old" PARTITION OF "sales_eu" FOR VALUES FROM (MINVALUE) TO ('2026-01-01');
CREATE TABLE "sales_eu_new" PARTITION OF "sales_eu" FOR VALUES FROM ('2026-01-01') TO (MAXVALUE) PARTITION BY HASH ("id");
CREATE TABLE "sales_eu_new_0" PARTITION OF "sales_eu_new" FOR VALUES WITH (modulus 2, remainder 0);
CREATE TABLE "sales_eu_new_1" PARTITION OF "sales_eu_new" FOR VALUES WITH (modulus 2, remainder 1);
CREATE TABLE "sales_rest" PARTITION OF "sales" DEFAULT;
