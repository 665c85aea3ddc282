CREATE SCHEMA IF NOT EXISTS "auth";
GRANT USAGE ON SCHEMA "auth" TO PUBLIC;

CREATE FUNCTION "auth"."uid"() RETURNS uuid
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN nullif(current_setting('pgorm.uid', true), '')::uuid;

CREATE FUNCTION "auth"."tenant"() RETURNS integer
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN nullif(current_setting('pgorm.tenant', true), '')::integer;

CREATE FUNCTION "auth"."role"() RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN nullif(current_setting('pgorm.role', true), '')::text;

CREATE FUNCTION "auth"."groups"() RETURNS bigint[]
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN nullif(current_setting('pgorm.groups', true), '')::bigint[];

CREATE TABLE "notes" (
    "id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    "owner_id" uuid DEFAULT auth.uid() NOT NULL,
    "tenant_id" integer NOT NULL,
    "public" boolean NOT NULL,
    "text" text NOT NULL,
    CONSTRAINT "notes_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "shares" (
    "note_id" bigint NOT NULL,
    "reader" uuid NOT NULL,
    CONSTRAINT "shares_pkey" PRIMARY KEY ("note_id", "reader")
);

ALTER TABLE "shares"
    ADD CONSTRAINT "shares_note_id_fkey" FOREIGN KEY ("note_id")
    REFERENCES "notes" ("id");

ALTER TABLE "notes" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "notes" FORCE ROW LEVEL SECURITY;

CREATE POLICY "notes_all" ON "notes"
    USING ("owner_id" = (SELECT auth.uid()));

CREATE POLICY "notes_all_2" ON "notes"
    TO "pg_monitor"
    USING ("id" = ANY (coalesce((SELECT auth.groups()))));

CREATE POLICY "notes_delete" ON "notes"
    FOR DELETE
    TO "pg_monitor", current_user
    USING (lower((SELECT auth.role())) IN ('moderator', 'admin')
  AND NOT "public");

CREATE POLICY "notes_insert" ON "notes"
    FOR INSERT
    WITH CHECK ((SELECT AUTH . Uid ( )) = "owner_id" AND text <> 'auth.uid()' -- auth.uid()
);

CREATE POLICY "notes_select" ON "notes"
    FOR SELECT
    USING ("public");

CREATE POLICY "notes_update" ON "notes"
    FOR UPDATE
    USING ("notes"."owner_id" = (SELECT auth.uid()))
    WITH CHECK ("tenant_id" = (SELECT auth.tenant()));

CREATE POLICY "own tenant only" ON "notes"
    AS RESTRICTIVE
    USING ("tenant_id" = (SELECT auth.tenant()));

CREATE POLICY "shared with me" ON "notes"
    FOR SELECT
    USING (id IN (SELECT note_id FROM shares WHERE reader = (SELECT auth.uid())));

ALTER TABLE "shares" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "shares" FORCE ROW LEVEL SECURITY;

CREATE POLICY "shares_all" ON "shares"
    TO public
    USING ("reader" = (SELECT auth.uid()));
