CREATE TABLE t (id int PRIMARY KEY, a timestamp DEFAULT now(), b date, c time, d interval, e timestamp, f bigint, g timestamptz);
CREATE INDEX t_a ON t (a);
INSERT INTO t VALUES (1);
