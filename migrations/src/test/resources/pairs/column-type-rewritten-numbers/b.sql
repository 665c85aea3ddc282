CREATE TABLE t (id bigint PRIMARY KEY, a bigint DEFAULT 3, b int NOT NULL, c numeric(8,3), d double precision, e bigint[]);
CREATE INDEX t_a ON t (a);
INSERT INTO t VALUES (1, 2, 3, 4.5, 2.5, '{1}');
