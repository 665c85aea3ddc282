CREATE FUNCTION "check_total"() RETURNS trigger
    LANGUAGE plpgsql
AS $$BEGIN RETURN NULL; END$$;

CREATE FUNCTION "touch"() RETURNS trigger
    LANGUAGE plpgsql
AS $$BEGIN NEW.updated_at := now(); RETURN NEW; END$$;

CREATE TABLE "notes" (
    "id" integer NOT NULL,
    CONSTRAINT "notes_pkey" PRIMARY KEY ("id")
);

CREATE TRIGGER "a_always"
    AFTER INSERT ON "notes"
    FOR EACH ROW
    EXECUTE FUNCTION "check_total"();

ALTER TABLE "notes" ENABLE ALWAYS TRIGGER "a_always";

CREATE TRIGGER "b_replica"
    AFTER INSERT ON "notes"
    FOR EACH ROW
    EXECUTE FUNCTION "check_total"();

ALTER TABLE "notes" ENABLE REPLICA TRIGGER "b_replica";

CREATE TRIGGER "c_disabled"
    AFTER INSERT ON "notes"
    FOR EACH ROW
    EXECUTE FUNCTION "check_total"();

ALTER TABLE "notes" DISABLE TRIGGER "c_disabled";
