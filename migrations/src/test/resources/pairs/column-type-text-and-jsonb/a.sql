CREATE TABLE t (id int PRIMARY KEY, a text DEFAULT '{}', b json, c text);
INSERT INTO t VALUES (1, '{"x": 1}', '{"y":2}', '{1,2}');
