CREATE TABLE people (id integer, "Name" text, CONSTRAINT has_id CHECK (id IS NOT NULL), CONSTRAINT has_name CHECK ("Name" IS NOT NULL));
