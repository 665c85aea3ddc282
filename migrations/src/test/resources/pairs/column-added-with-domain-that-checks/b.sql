CREATE DOMAIN amount AS int CHECK (VALUE > 0);
CREATE TABLE t (id int PRIMARY KEY, a amount DEFAULT 3, b amount);
INSERT INTO t VALUES (1), (2);
