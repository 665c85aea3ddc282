CREATE TABLE people (id integer NOT NULL, "Name" text NOT NULL, CONSTRAINT has_name CHECK ("Name" IS NOT NULL));
