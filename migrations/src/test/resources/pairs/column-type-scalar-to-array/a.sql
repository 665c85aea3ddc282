CREATE TABLE t (id int PRIMARY KEY, a text, b int DEFAULT 3);
INSERT INTO t VALUES (1, 'x', 4);
