CREATE TABLE people (id integer NOT NULL, name text NOT NULL, age integer NOT NULL, team integer);
