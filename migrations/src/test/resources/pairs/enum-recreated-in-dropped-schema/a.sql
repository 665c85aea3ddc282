CREATE SCHEMA old;
CREATE TYPE old.e AS ENUM ('a', 'b');
CREATE TABLE old.t (e old.e DEFAULT 'a');
CREATE FUNCTION old.f(e old.e) RETURNS text LANGUAGE sql AS 'SELECT 1::text';
CREATE VIEW kept AS SELECT old.f(e) AS f FROM old.t;
