CREATE TYPE public."thing_48" AS ("one" integer, "Two 2" integer, "three" text);
CREATE TABLE public."thing_66" ("column_70" public."thing_48");
