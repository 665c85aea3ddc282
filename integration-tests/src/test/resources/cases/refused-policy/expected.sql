CREATE SCHEMA IF NOT EXISTS "auth";
GRANT USAGE ON SCHEMA "auth" TO PUBLIC;

CREATE FUNCTION "auth"."uid"() RETURNS bigint
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN nullif(current_setting('pgorm.uid', true), '')::bigint;

CREATE TABLE "notes" (
    "id" integer NOT NULL,
    "owner" uuid NOT NULL,
    CONSTRAINT "notes_pkey" PRIMARY KEY ("id")
);

ALTER TABLE "notes" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "notes" FORCE ROW LEVEL SECURITY;

CREATE POLICY "notes_all" ON "notes"
    USING ("owner" = (SELECT auth.uid()));

CREATE POLICY "notes_delete" ON "notes"
    FOR DELETE
    USING (nothing IS NULL);

CREATE POLICY "notes_select" ON "notes"
    FOR SELECT
    TO "a_role_that_nobody_made"
    USING (id = 1);
