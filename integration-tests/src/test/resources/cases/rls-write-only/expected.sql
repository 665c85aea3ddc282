CREATE SCHEMA IF NOT EXISTS "auth";
GRANT USAGE ON SCHEMA "auth" TO PUBLIC;

CREATE FUNCTION "auth"."uid"() RETURNS bigint
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN nullif(current_setting('pgorm.uid', true), '')::bigint;

CREATE TABLE "events" (
    "id" integer NOT NULL,
    "who" bigint NOT NULL,
    CONSTRAINT "events_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "logs" (
    "id" integer NOT NULL,
    CONSTRAINT "logs_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "settings" (
    "id" integer NOT NULL,
    "who" bigint NOT NULL,
    CONSTRAINT "settings_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "tasks" (
    "id" integer NOT NULL,
    CONSTRAINT "tasks_pkey" PRIMARY KEY ("id")
);

ALTER TABLE "events" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "events" FORCE ROW LEVEL SECURITY;

CREATE POLICY "events_insert" ON "events"
    FOR INSERT
    WITH CHECK ("who" = (SELECT auth.uid()));

ALTER TABLE "logs" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "logs" FORCE ROW LEVEL SECURITY;

CREATE POLICY "logs_all" ON "logs"
    WITH CHECK (true);

ALTER TABLE "settings" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "settings" FORCE ROW LEVEL SECURITY;

CREATE POLICY "settings_delete" ON "settings"
    FOR DELETE
    USING ("who" = (SELECT auth.uid()));

CREATE POLICY "settings_update" ON "settings"
    FOR UPDATE
    USING ("who" = (SELECT auth.uid()));

ALTER TABLE "tasks" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "tasks" FORCE ROW LEVEL SECURITY;

CREATE POLICY "tasks_select" ON "tasks"
    FOR SELECT
    USING (true);

CREATE POLICY "tasks_update" ON "tasks"
    FOR UPDATE
    WITH CHECK (id > 0);
