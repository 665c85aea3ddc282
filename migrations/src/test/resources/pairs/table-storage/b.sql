CREATE TABLE t (id int PRIMARY KEY, a text) WITH (fillfactor = 80, parallel_workers = 2, toast.vacuum_truncate = false);
CREATE TABLE u (id int);
CREATE UNLOGGED TABLE w (id int);
INSERT INTO t VALUES (1); INSERT INTO u VALUES (1);
