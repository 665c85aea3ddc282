CREATE FUNCTION add_up(a int, b int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT a + b';
CREATE AGGREGATE total(int) (SFUNC = add_up, STYPE = int, INITCOND = '0');
CREATE AGGREGATE other(int) (SFUNC = add_up, STYPE = int);
CREATE TABLE t (a int);
CREATE VIEW v AS SELECT total(a) AS total FROM t;
