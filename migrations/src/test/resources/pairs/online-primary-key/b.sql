CREATE TABLE people (id integer PRIMARY KEY, name text, age integer, CONSTRAINT people_once UNIQUE (name, age) DEFERRABLE, CONSTRAINT people_with UNIQUE NULLS NOT DISTINCT (age) INCLUDE (name));
