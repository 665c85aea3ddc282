CREATE SCHEMA IF NOT EXISTS "auth";
GRANT USAGE ON SCHEMA "auth" TO PUBLIC;

CREATE FUNCTION "auth"."uid"() RETURNS bigint
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN nullif(current_setting('pgorm.uid', true), '')::bigint;

CREATE TABLE "invoices" (
    "id" integer NOT NULL,
    "user_id" integer NOT NULL,
    CONSTRAINT "invoices_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "users" (
    "id" integer NOT NULL,
    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

ALTER TABLE "invoices"
    ADD CONSTRAINT "invoices_user_id_fkey" FOREIGN KEY ("user_id")
    REFERENCES "users" ("id");

ALTER TABLE "invoices" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "invoices" FORCE ROW LEVEL SECURITY;

CREATE POLICY "invoices_insert" ON "invoices"
    FOR INSERT
    WITH CHECK ("user_id" = (SELECT auth.uid()));
