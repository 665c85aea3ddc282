CREATE TABLE "notes" (
    "id" integer NOT NULL,
    "title" text NOT NULL,
    CONSTRAINT "notes_pkey" PRIMARY KEY ("id")
);

CREATE FUNCTION "save"() RETURNS trigger
    LANGUAGE plpgsql
AS $$BEGIN
  INSERT INTO notes VALUES (NEW.id, NEW.title);
  RETURN NEW;
END
$$;

CREATE VIEW "note_titles" WITH ("security_invoker" = true) AS
SELECT id, title FROM notes;

CREATE TRIGGER "save_title"
    INSTEAD OF INSERT OR UPDATE ON "note_titles"
    FOR EACH ROW
    EXECUTE FUNCTION "save"();

CREATE TRIGGER "seen"
    AFTER DELETE ON "note_titles"
    FOR EACH STATEMENT
    EXECUTE FUNCTION "save"();
