CREATE TYPE c AS (a int, b text);
CREATE TABLE t (id int, c c, d c[]);
CREATE VIEW v AS SELECT id, (c).a FROM t;
