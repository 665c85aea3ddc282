CREATE TABLE people (id integer NOT NULL, name text, age integer, team integer);
CREATE UNIQUE INDEX people_once ON people (name, age);
