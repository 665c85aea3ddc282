CREATE TABLE t (id int PRIMARY KEY, a jsonb DEFAULT '{}', b jsonb, c int[]);
INSERT INTO t VALUES (1, '{"x": 1}', '{"y":2}', '{1,2}');
