CREATE FUNCTION plus(numeric, numeric) RETURNS numeric LANGUAGE sql IMMUTABLE AS 'SELECT $1 + $2';
CREATE FUNCTION minus(numeric, numeric) RETURNS numeric LANGUAGE sql IMMUTABLE AS 'SELECT $1 - $2';
CREATE AGGREGATE total(numeric) (SFUNC = plus, STYPE = numeric, INITCOND = '0', PARALLEL = SAFE, COMBINEFUNC = plus);
CREATE AGGREGATE moving(numeric) (SFUNC = plus, STYPE = numeric, INITCOND = '0', MSFUNC = plus, MINVFUNC = minus, MSTYPE = numeric, MINITCOND = '0');
CREATE AGGREGATE ordered(float8 ORDER BY anyelement) (SFUNC = ordered_set_transition, STYPE = internal, FINALFUNC = percentile_disc_final, FINALFUNC_EXTRA);
CREATE AGGREGATE counted(*) (SFUNC = int8inc, STYPE = int8, INITCOND = '0');
COMMENT ON AGGREGATE total(numeric) IS 'a total';
CREATE TABLE sold (price numeric);
CREATE VIEW totals AS SELECT total(price) AS total, counted(*) AS n FROM sold;
