CREATE FUNCTION add_up(a int, b int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT a + b + 0';
CREATE FUNCTION add_up(a bigint, b int) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT a + b';
CREATE AGGREGATE total(int) (SFUNC = add_up, STYPE = int, INITCOND = '10', PARALLEL = SAFE);
CREATE AGGREGATE other(int) (SFUNC = add_up, STYPE = bigint);
COMMENT ON AGGREGATE total(int) IS 't';
CREATE TABLE t (a int);
CREATE VIEW v AS SELECT total(a) AS total, other(a) AS other FROM t;
