CREATE TABLE things (a int, b int);
CREATE UNIQUE INDEX nulls_too ON things (a, b) NULLS NOT DISTINCT;
