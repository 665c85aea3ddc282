CREATE TABLE t (id int, a int, b text);
CREATE TABLE u (id int, t t, ts t[]);
CREATE VIEW v AS SELECT (t).b FROM u;
