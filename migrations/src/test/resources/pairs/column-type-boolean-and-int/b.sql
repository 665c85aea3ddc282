CREATE TABLE t (id int PRIMARY KEY, a boolean DEFAULT true, b int DEFAULT 1, CHECK (a));
INSERT INTO t VALUES (1, true, 0);
