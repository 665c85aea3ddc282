CREATE SCHEMA IF NOT EXISTS "auth";
GRANT USAGE ON SCHEMA "auth" TO PUBLIC;

CREATE FUNCTION "auth"."uid"() RETURNS bigint
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN nullif(current_setting('pgorm.uid', true), '')::bigint;

CREATE TABLE "notes" (
    "id" integer NOT NULL,
    "owner_id" bigint NOT NULL,
    "text" text NOT NULL,
    CONSTRAINT "notes_pkey" PRIMARY KEY ("id")
);

CREATE VIEW "everyones" AS
SELECT n.id FROM public."notes" AS n;

CREATE VIEW "owns" WITH ("security_invoker" = true) AS
SELECT id FROM notes;

CREATE VIEW "behinds" AS
SELECT id FROM owns;

CREATE MATERIALIZED VIEW "counts" AS
SELECT count(*) AS count FROM behinds;

ALTER TABLE "notes" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "notes" FORCE ROW LEVEL SECURITY;

CREATE POLICY "notes_all" ON "notes"
    USING ("owner_id" = (SELECT auth.uid()));
