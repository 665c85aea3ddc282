CREATE TABLE t (id int, b bigint);
CREATE TABLE u (b bigint);
CREATE FUNCTION f() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT sum(t.b) FROM t JOIN u ON t.b = u.b; END;
