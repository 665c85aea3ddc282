CREATE TABLE t (id int PRIMARY KEY, a bigint, b bigint GENERATED ALWAYS AS (a * 2) STORED, c text GENERATED ALWAYS AS (a::text || 'x') STORED);
CREATE INDEX t_b ON t (b);
COMMENT ON COLUMN t.b IS 'twice';
INSERT INTO t VALUES (1, 2);
