CREATE TABLE people (id integer NOT NULL, name text, age integer, team integer);
CREATE INDEX people_name ON people (name);
CREATE UNIQUE INDEX people_both ON people (lower(name), age) INCLUDE (team) WHERE age > 3;
COMMENT ON INDEX people_name IS 'by name';
