CREATE TABLE people (id integer NOT NULL, name text, age integer, team integer);
CREATE INDEX people_name_with_a_name_that_is_as_long_as_postgres_lets_it_be1 ON people (name);
CREATE INDEX people_name_with_a_name_that_is_as_long_as_postgres_lets_it_be2 ON people (age);
