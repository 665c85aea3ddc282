CREATE TABLE t (a int, b int, c text);
CREATE STATISTICS s (dependencies) ON a, b FROM t;
CREATE STATISTICS e ON (a + b) FROM t;
