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

CREATE TRIGGER "added"
    AFTER INSERT ON "notes"
    REFERENCING NEW TABLE AS "new_rows"
    FOR EACH STATEMENT
    EXECUTE FUNCTION "check_total"();

CREATE TRIGGER "changed"
    AFTER UPDATE ON "notes"
    REFERENCING OLD TABLE AS "old rows" NEW TABLE AS "new_rows"
    FOR EACH STATEMENT
    EXECUTE FUNCTION "check_total"();

CREATE TRIGGER "counted"
    AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "notes"
    FOR EACH STATEMENT
    EXECUTE FUNCTION "check_total"();

CREATE TRIGGER "emptied"
    BEFORE TRUNCATE ON "notes"
    FOR EACH STATEMENT
    EXECUTE FUNCTION "check_total"();

CREATE TRIGGER "removed"
    AFTER DELETE ON "notes"
    REFERENCING OLD TABLE AS "old_rows"
    FOR EACH ROW
    EXECUTE FUNCTION "check_total"();
