CREATE TABLE people (id bigint, name text);
CREATE INDEX people_name ON people (name, id);
CREATE VIEW names AS SELECT name FROM people;
