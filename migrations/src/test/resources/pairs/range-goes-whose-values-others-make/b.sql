CREATE TABLE t (a text DEFAULT 'x', b integer CHECK (b > 1));
CREATE VIEW v AS SELECT a, true AS x FROM t;
CREATE DOMAIN d AS text DEFAULT 'x';
