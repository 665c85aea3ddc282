CREATE FUNCTION "also_wrong"() RETURNS trigger
    LANGUAGE plpgsql
AS $$BEGIN RETURN; OOPS END$$;

CREATE TABLE "notes" (
    "id" integer NOT NULL,
    "text" text NOT NULL,
    CONSTRAINT "notes_pkey" PRIMARY KEY ("id")
);

CREATE FUNCTION "wrong"() RETURNS integer
    LANGUAGE sql
AS $$SELECT nothing FROM notes$$;

CREATE VIEW "brokens" WITH ("security_invoker" = true) AS
SELECT id, missing(id) FROM notes;
