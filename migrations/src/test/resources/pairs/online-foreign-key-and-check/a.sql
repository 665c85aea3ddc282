CREATE TABLE teams (id integer PRIMARY KEY);
CREATE TABLE people (id integer NOT NULL, name text, age integer, team integer);
