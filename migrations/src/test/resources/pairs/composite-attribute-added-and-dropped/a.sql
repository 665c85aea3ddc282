CREATE TYPE address AS (street text, town text);
CREATE TABLE person (id int PRIMARY KEY, home address, others address[]);
CREATE VIEW streets AS SELECT (home).street AS street FROM person;
CREATE FUNCTION print(a address) RETURNS text LANGUAGE sql AS 'SELECT a.street';
