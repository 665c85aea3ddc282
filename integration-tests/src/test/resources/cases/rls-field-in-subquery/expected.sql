CREATE SCHEMA IF NOT EXISTS "auth";
GRANT USAGE ON SCHEMA "auth" TO PUBLIC;

CREATE FUNCTION "auth"."uid"() RETURNS bigint
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN nullif(current_setting('pgorm.uid', true), '')::bigint;

CREATE TABLE "clubs" (
    "id" integer NOT NULL,
    CONSTRAINT "clubs_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "memberships" (
    "id" integer NOT NULL,
    "club_id" integer NOT NULL,
    "user_id" bigint NOT NULL,
    CONSTRAINT "memberships_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "memberships_club_id_user_id_idx" ON "memberships" ("club_id", "user_id");

ALTER TABLE "memberships"
    ADD CONSTRAINT "memberships_club_id_fkey" FOREIGN KEY ("club_id")
    REFERENCES "clubs" ("id");

ALTER TABLE "clubs" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "clubs" FORCE ROW LEVEL SECURITY;

CREATE POLICY "clubs_select" ON "clubs"
    FOR SELECT
    USING (EXISTS (SELECT FROM memberships m WHERE m.club_id = "clubs"."id" AND m.user_id = (SELECT auth.uid())));

COMMENT ON TABLE "clubs" IS 'Both tables have an id: the one of the club is meant.';
