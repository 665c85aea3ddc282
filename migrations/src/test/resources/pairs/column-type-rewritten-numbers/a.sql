CREATE TABLE t (id int PRIMARY KEY, a int DEFAULT 3, b smallint NOT NULL, c numeric(8,2), d real, e int[]);
CREATE INDEX t_a ON t (a);
INSERT INTO t VALUES (1, 2, 3, 4.5, 2.5, '{1}');
