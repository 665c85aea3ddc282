CREATE TABLE people (id integer NOT NULL, name text, age integer, team integer);
