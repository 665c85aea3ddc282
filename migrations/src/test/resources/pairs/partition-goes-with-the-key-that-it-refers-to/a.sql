CREATE TABLE public."thing_7" ("column_10" integer, "column_13" integer) PARTITION BY HASH ("column_10");
ALTER TABLE public."thing_7" ADD CONSTRAINT "key_11" UNIQUE ("column_10") INCLUDE ("column_13");
ALTER TABLE public."thing_7" ADD CONSTRAINT "foreign_key_18" FOREIGN KEY ("column_10") REFERENCES public."thing_7" ("column_10");
