CREATE TABLE "select" ("from" int PRIMARY KEY, "a.b" text, "say ""hi""" int, "ünïcödé" text, "{braces}" int CHECK ("{braces}" > 0));
CREATE INDEX "index.with.dots" ON "select" ("a.b", ("say ""hi""" + 1));
CREATE VIEW "view; drop" AS SELECT "say ""hi""" AS "x y" FROM "select";
CREATE TABLE "Mixed" ("ID" int GENERATED ALWAYS AS IDENTITY, ref int REFERENCES "select" ("from"));
CREATE TABLE int4 (a int);
