CREATE TYPE status AS ENUM ('new', 'old');
CREATE FUNCTION f(s status) RETURNS text LANGUAGE sql AS 'SELECT s::text';
CREATE FUNCTION g() RETURNS TABLE (a status, b int) LANGUAGE sql AS 'SELECT ''old''::status, 1';
CREATE VIEW v AS SELECT * FROM g();
