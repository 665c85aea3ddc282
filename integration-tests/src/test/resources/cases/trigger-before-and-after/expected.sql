CREATE FUNCTION "check_total"() RETURNS trigger
    LANGUAGE plpgsql
AS $$BEGIN RETURN NULL; END$$;

CREATE FUNCTION "touch"() RETURNS trigger
    LANGUAGE plpgsql
AS $$BEGIN NEW.updated_at := now(); RETURN NEW; END$$;

CREATE TABLE "notes" (
    "id" integer NOT NULL,
    "text" text NOT NULL,
    "locker" text,
    "updated_at" timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT "notes_pkey" PRIMARY KEY ("id")
);

CREATE TRIGGER "Odd ""name"""
    AFTER INSERT OR UPDATE OR DELETE ON "notes"
    FOR EACH ROW
    EXECUTE FUNCTION "check_total"('it''s', E'a\\b', '');

CREATE TRIGGER "touch"
    BEFORE UPDATE OF "text", "locker" ON "notes"
    FOR EACH ROW
    WHEN (OLD."locker" IS NULL)
    EXECUTE FUNCTION "touch"();

CREATE TRIGGER "unchanged"
    BEFORE UPDATE ON "notes"
    FOR EACH ROW
    EXECUTE FUNCTION "pg_catalog"."suppress_redundant_updates_trigger"();

COMMENT ON TABLE "notes" IS 'Notes with triggers.';
COMMENT ON TRIGGER "touch" ON "notes" IS 'Keeps the time of the last change.';
