CREATE TABLE t (a int, b int);
CREATE UNIQUE INDEX zz ON t (b);
