CREATE TYPE pair AS (a int, b int);
CREATE FUNCTION to_pair(t text) RETURNS pair LANGUAGE sql IMMUTABLE AS 'SELECT NULL::pair';
CREATE CAST (text AS pair) WITH FUNCTION to_pair(text);
CREATE FUNCTION less(a pair, b pair) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT true';
CREATE OPERATOR <<< (LEFTARG = pair, RIGHTARG = pair, FUNCTION = less);
