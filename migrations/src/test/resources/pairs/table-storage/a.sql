CREATE TABLE t (id int PRIMARY KEY, a text) WITH (fillfactor = 70, toast.autovacuum_enabled = false);
CREATE UNLOGGED TABLE u (id int);
CREATE TABLE w (id int) WITH (autovacuum_enabled = false);
INSERT INTO t VALUES (1); INSERT INTO u VALUES (1);
