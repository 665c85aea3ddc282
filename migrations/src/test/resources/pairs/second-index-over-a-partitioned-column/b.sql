CREATE TABLE public."thing_23" ("column_24" integer) PARTITION BY HASH ("column_24");
CREATE TABLE public."partition_26" PARTITION OF public."thing_23" FOR VALUES WITH (MODULUS 4, REMAINDER 0);
CREATE INDEX "select 29" ON public."thing_23" USING btree ("column_24");
CREATE INDEX "Mixed Case 38" ON public."thing_23" USING brin ("column_24") WHERE "column_24" IS NOT NULL;
