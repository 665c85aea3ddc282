CREATE TABLE t (id int PRIMARY KEY, a timestamptz DEFAULT now(), b timestamp, c timetz, d text, e date, f timestamptz, g bigint);
CREATE INDEX t_a ON t (a);
INSERT INTO t VALUES (1);
