CREATE TABLE people (id integer NOT NULL, name text CONSTRAINT must_have_a_name NOT NULL, age integer, team integer);
