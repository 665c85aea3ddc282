CREATE TABLE people (id integer, name varchar(10));
CREATE INDEX people_name ON people (name);
CREATE VIEW names AS SELECT name FROM people;
