CREATE FUNCTION f(a int, b text DEFAULT 'x') RETURNS text LANGUAGE sql AS 'SELECT b';
CREATE PROCEDURE p(INOUT a int) LANGUAGE plpgsql AS 'BEGIN a := 1; END';
COMMENT ON FUNCTION f(int, text) IS 'f';
GRANT EXECUTE ON FUNCTION f(int, text) TO pg_monitor;
