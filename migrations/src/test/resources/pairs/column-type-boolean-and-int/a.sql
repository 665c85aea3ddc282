CREATE TABLE t (id int PRIMARY KEY, a int DEFAULT 1, b boolean DEFAULT true, CHECK (a > 0));
INSERT INTO t VALUES (1, 1, false);
