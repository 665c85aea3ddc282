-- Functions and procedures: overloads, modes, options, bodies that must come back to the byte.
CREATE TABLE accounts (id integer PRIMARY KEY, owner text NOT NULL, balance numeric DEFAULT 0, data jsonb);
CREATE TYPE pair AS (a integer, b text);
CREATE FUNCTION plus(a integer, b integer) RETURNS integer LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT a + b $$;
CREATE FUNCTION plus(a text, b text DEFAULT 'x') RETURNS text LANGUAGE sql AS $$SELECT a || b$$;
CREATE FUNCTION plus(integer) RETURNS integer LANGUAGE sql AS 'SELECT $1';
CREATE FUNCTION plus(numeric, VARIADIC rest numeric[]) RETURNS numeric LANGUAGE sql AS $_$ SELECT $1 + (SELECT sum(x) FROM unnest($2) AS x) $_$;
CREATE FUNCTION no_arguments() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    v text := 'it''s; {not a reference} "here" \n';
BEGIN
  -- a comment with {braces}, "quotes" and """ three of them
  /* and 'another' $x$ */
  RAISE NOTICE '% %%', v;
  EXECUTE format('SELECT %I.%L', 'a', $q$it's$q$);
  PERFORM 1 WHERE E'a\\b' <> '\d+' AND '{}'::jsonb = '{"a": {}}';
END;
$$;
CREATE FUNCTION trailing_spaces() RETURNS text LANGUAGE sql AS $$

   SELECT 'spaces'   
	-- a tab above, spaces behind   
  

$$;
CREATE FUNCTION out_two(IN x integer, OUT a integer, OUT b text, INOUT c integer DEFAULT 3) LANGUAGE sql AS $$ SELECT x, 'b', c $$;
CREATE FUNCTION as_table(min_balance numeric = 0) RETURNS TABLE (id integer, "Owner" text, total numeric) LANGUAGE sql STABLE ROWS 50 COST 20 AS $$ SELECT id, owner, balance FROM accounts WHERE balance >= min_balance $$;
CREATE FUNCTION all_accounts() RETURNS SETOF accounts LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET work_mem = '64MB' AS $$ SELECT * FROM accounts $$;
CREATE FUNCTION one_account(a accounts) RETURNS text LANGUAGE sql STABLE LEAKPROOF AS $$ SELECT a.owner $$;
CREATE FUNCTION records() RETURNS SETOF record LANGUAGE sql AS $$ SELECT 1, 2 $$;
CREATE FUNCTION pairs(n integer[], OUT result pair) RETURNS SETOF pair LANGUAGE sql AS $$ SELECT 1, 'x' $$;
CREATE FUNCTION first_of(anyarray) RETURNS anyelement LANGUAGE sql IMMUTABLE AS $$ SELECT $1[1] $$;
CREATE FUNCTION compatible(anycompatible, anycompatible) RETURNS anycompatible LANGUAGE sql AS $$ SELECT $1 $$;
CREATE FUNCTION new_style(a integer, b integer) RETURNS integer LANGUAGE sql IMMUTABLE RETURN a * b + 1;
CREATE FUNCTION atomic(wanted integer) RETURNS SETOF accounts LANGUAGE sql BEGIN ATOMIC
  UPDATE accounts SET balance = balance + 1 WHERE accounts.id = wanted;
  SELECT * FROM accounts WHERE accounts.id = wanted AND owner <> '{x}';
END;
CREATE FUNCTION with_default_expressions(a timestamptz DEFAULT now(), b text[] DEFAULT ARRAY['a','b'], c jsonb DEFAULT '{"a": 1}'::jsonb, d interval DEFAULT '1 day') RETURNS void LANGUAGE plpgsql AS 'BEGIN END';
CREATE FUNCTION odd_names("Select" integer, "order by" text, "MiXed" text, "user" text) RETURNS integer LANGUAGE plpgsql AS $$ BEGIN RETURN "Select"; END $$;
CREATE FUNCTION "Odd Function!"(integer) RETURNS integer LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION long_types(a character varying, b timestamp with time zone, c double precision, d bit varying, e "char", f time without time zone[], g interval) RETURNS numeric LANGUAGE sql AS 'SELECT 1::numeric';
CREATE PROCEDURE transfer(from_id integer, to_id integer, amount numeric) LANGUAGE plpgsql AS $$
BEGIN
  UPDATE accounts SET balance = balance - amount WHERE id = from_id;
  UPDATE accounts SET balance = balance + amount WHERE id = to_id;
  COMMIT;
END $$;
CREATE PROCEDURE counted(INOUT total integer, OUT other text) LANGUAGE plpgsql SECURITY DEFINER SET lock_timeout = '2s' AS $$ BEGIN total := total + 1; END $$;
CREATE PROCEDURE sql_body(a integer) LANGUAGE sql BEGIN ATOMIC INSERT INTO accounts (id, owner) VALUES (a, 'new'); END;
-- functions that need each other and tables, in the order that the names forbid
CREATE FUNCTION a_caller() RETURNS integer LANGUAGE plpgsql AS $$ BEGIN RETURN z_called(); END $$;
CREATE FUNCTION z_called() RETURNS integer LANGUAGE sql AS $$ SELECT 1 $$;
CREATE FUNCTION a_sql_caller() RETURNS integer LANGUAGE sql RETURN z_called() + 1;
CREATE TABLE uses_functions (id integer DEFAULT z_called(), n integer CHECK (plus(n, 1) > 0), g integer GENERATED ALWAYS AS (plus(1, n)) STORED);
CREATE INDEX ON uses_functions (plus(n, 2));
COMMENT ON FUNCTION plus(integer, integer) IS 'The first of them; it''s "fine"';
COMMENT ON FUNCTION plus(text, text) IS 'The second';
COMMENT ON PROCEDURE transfer(integer, integer, numeric) IS 'Moves';
CREATE FUNCTION windows() RETURNS bigint LANGUAGE internal WINDOW AS 'window_row_number';
