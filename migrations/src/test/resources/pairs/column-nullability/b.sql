CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b int, c int, d int NOT NULL);
INSERT INTO t VALUES (1, 2, 3, 3, 4);
