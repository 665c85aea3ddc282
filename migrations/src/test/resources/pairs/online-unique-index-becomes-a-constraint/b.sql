CREATE TABLE people (id integer NOT NULL, name text, age integer, team integer);
ALTER TABLE people ADD CONSTRAINT people_once UNIQUE (name, age);
