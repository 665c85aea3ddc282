CREATE TABLE t (id int NOT NULL, a int, b text, c int) PARTITION BY RANGE (id);
CREATE TABLE t1 (b text, id int NOT NULL, a int, c int);
ALTER TABLE t ATTACH PARTITION t1 FOR VALUES FROM (0) TO (20);
CREATE INDEX t_b ON t (b);
INSERT INTO t VALUES (1, 2, 'x');
