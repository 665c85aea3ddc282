CREATE FUNCTION poly(a anyelement, b anyarray) RETURNS anyarray LANGUAGE sql AS 'SELECT b || a';
CREATE FUNCTION setting() RETURNS text LANGUAGE sql SET timezone = 'UTC' AS 'SELECT 1::text';
CREATE PROCEDURE proc(a int, OUT b int) LANGUAGE plpgsql AS 'BEGIN b := a; END';
