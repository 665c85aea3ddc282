CREATE FUNCTION f(x int) RETURNS int LANGUAGE sql AS 'SELECT x + 1';
CREATE TABLE t (a int CHECK (f(a) > 0));
