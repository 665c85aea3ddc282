CREATE TYPE point3 AS (x int, y int, z int);
CREATE FUNCTION g() RETURNS point3 LANGUAGE sql AS 'SELECT NULL::point3';
CREATE VIEW v AS SELECT (g()).z AS z;
