CREATE TABLE people (id integer, code integer NOT NULL, CONSTRAINT people_pkey PRIMARY KEY (id) INCLUDE (code));
CREATE TABLE notes (who integer CONSTRAINT notes_who REFERENCES people (id));
