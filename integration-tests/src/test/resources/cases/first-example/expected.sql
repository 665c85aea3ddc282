CREATE EXTENSION IF NOT EXISTS "pg_trgm";
CREATE EXTENSION IF NOT EXISTS "postgis";
CREATE SCHEMA IF NOT EXISTS "auth";
GRANT USAGE ON SCHEMA "auth" TO PUBLIC;

CREATE FUNCTION "auth"."uid"() RETURNS bigint
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN nullif(current_setting('pgorm.uid', true), '')::bigint;

CREATE TABLE "posts" (
    "id" serial NOT NULL,
    "title" text NOT NULL,
    "user_id" integer NOT NULL,
    CONSTRAINT "posts_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "users" (
    "id" serial NOT NULL,
    "email" text NOT NULL,
    "name" text,
    "location" geography(Point,4326),
    CONSTRAINT "users_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "users_email_key" UNIQUE ("email")
);

CREATE INDEX "users_name_idx" ON "users" USING "gin" ("name" "gin_trgm_ops");

ALTER TABLE "posts"
    ADD CONSTRAINT "posts_user_id_fkey" FOREIGN KEY ("user_id")
    REFERENCES "users" ("id");

ALTER TABLE "users" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "users" FORCE ROW LEVEL SECURITY;

CREATE POLICY "users_all" ON "users"
    USING ((SELECT auth.uid()) = id);
