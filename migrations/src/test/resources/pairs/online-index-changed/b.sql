CREATE TABLE people (id integer NOT NULL, name text, age integer, team integer);
CREATE INDEX people_name ON people (name, age DESC);
CREATE INDEX people_age ON people (age) WHERE team > 2;
COMMENT ON INDEX people_name IS 'by name';
