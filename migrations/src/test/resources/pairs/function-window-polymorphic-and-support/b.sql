CREATE FUNCTION poly(a anyelement, b anyarray DEFAULT NULL) RETURNS anyarray LANGUAGE sql COST 1 AS 'SELECT b || a';
CREATE FUNCTION setting() RETURNS text LANGUAGE sql SET timezone = 'Europe/Berlin' SET search_path TO '' AS 'SELECT 1::text';
CREATE PROCEDURE proc(a int, OUT b text) LANGUAGE plpgsql AS 'BEGIN b := a; END';
CREATE FUNCTION rows() RETURNS SETOF int LANGUAGE sql ROWS 7 LEAKPROOF AS 'SELECT 1';
