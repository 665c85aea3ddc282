CREATE TABLE teams (id integer NOT NULL, code integer);
CREATE TABLE people (id integer NOT NULL, name text, age integer, team integer);
