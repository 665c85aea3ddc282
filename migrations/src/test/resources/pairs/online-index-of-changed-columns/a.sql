CREATE TABLE people (id integer NOT NULL, name text, age integer, team integer);
CREATE INDEX people_name ON people (name);
