CREATE FUNCTION f(a int, b text DEFAULT 'y') RETURNS text LANGUAGE plpgsql STABLE STRICT SECURITY DEFINER PARALLEL SAFE COST 5 SET search_path = public, pg_temp AS 'BEGIN RETURN b; END';
CREATE PROCEDURE p(INOUT a int) LANGUAGE plpgsql SET work_mem = '8MB' AS 'BEGIN a := 2; END';
COMMENT ON FUNCTION f(int, text) IS 'f';
GRANT EXECUTE ON FUNCTION f(int, text) TO pg_monitor;
