CREATE TYPE pair AS (a int, b text);
CREATE TABLE users (id int, name text);
CREATE FUNCTION add(a int, b int DEFAULT 1 + 1) RETURNS int LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 5 AS 'SELECT a + b';
CREATE FUNCTION add(text, text) RETURNS text LANGUAGE sql AS $$ SELECT $1 || $2 $$;
CREATE FUNCTION outs(INOUT a int, OUT b text, VARIADIC c text[]) LANGUAGE sql AS $$ SELECT a, c[1] $$;
CREATE FUNCTION out_set(OUT a int, OUT b text) RETURNS SETOF record LANGUAGE sql ROWS 10 AS $$ SELECT 1, 'x' $$;
CREATE FUNCTION as_table(n int) RETURNS TABLE (id int, "Odd Name" text) LANGUAGE sql STABLE AS $$ SELECT n, 'x' $$;
CREATE FUNCTION set_of() RETURNS SETOF users LANGUAGE sql AS $$ SELECT * FROM users $$;
CREATE FUNCTION row_in(u users, p pair[]) RETURNS pair LANGUAGE sql AS $$ SELECT u.id, u.name $$;
CREATE FUNCTION any_of(anyelement, anyarray) RETURNS boolean LANGUAGE sql AS $$ SELECT $1 = ANY ($2) $$;
CREATE FUNCTION atomic_return(a int) RETURNS int RETURN a + 1;
CREATE FUNCTION atomic_body(a int) RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT 1; SELECT count(*) FROM users WHERE id = a; END;
CREATE FUNCTION settings() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, "Odd Schema", "$user" SET work_mem = '8MB'
    SET datestyle = 'ISO, DMY' SET application_name = 'it''s, "quoted"' AS $body$ BEGIN PERFORM '$$'; END $body$;
CREATE FUNCTION empty_path() RETURNS void LANGUAGE plpgsql SET search_path = '' AS 'BEGIN END';
CREATE FUNCTION leaks_not(int) RETURNS boolean LANGUAGE plpgsql LEAKPROOF PARALLEL RESTRICTED COST 0.5 AS $$
BEGIN
  -- a comment; with a semicolon
  RETURN true;
END
$$;
CREATE PROCEDURE "Odd Procedure"(a int, INOUT b text DEFAULT 'x') LANGUAGE plpgsql AS $$ BEGIN b := a::text; END $$;
CREATE PROCEDURE with_out(OUT a int) LANGUAGE sql AS $$ SELECT 1 $$;
CREATE FUNCTION supported(int) RETURNS int LANGUAGE internal IMMUTABLE STRICT AS 'int4abs';
COMMENT ON FUNCTION add(int, int) IS 'a sum';
COMMENT ON PROCEDURE "Odd Procedure"(int, text) IS 'odd';
CREATE FUNCTION z_later() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;
CREATE FUNCTION a_earlier() RETURNS int LANGUAGE sql AS $$ SELECT z_later() $$;
CREATE TABLE uses (n int DEFAULT add(1), CHECK (add(n, 2) > 0));
CREATE INDEX uses_index ON uses (add(n, 3));
