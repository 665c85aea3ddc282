CREATE TYPE public."thing_10" AS ENUM ('only');
CREATE TABLE public."thing_23" ("column_24" integer, "column_28" integer) PARTITION BY HASH ("column_24");
CREATE TABLE public."partition_26" PARTITION OF public."thing_23" FOR VALUES WITH (MODULUS 4, REMAINDER 0);
CREATE INDEX "select 29" ON public."thing_23" USING btree ("column_24") WITH (fillfactor = 70);
CREATE INDEX "Mixed Case 38" ON public."thing_23" USING brin ("column_24") WHERE "column_24" IS NOT NULL;
CREATE INDEX "$dollar$39" ON public."partition_26" USING btree (("column_28" + 1)) WITH (fillfactor = 80);
