CREATE TABLE t (id int, a int, b text, c varchar(10));
CREATE VIEW v AS SELECT id, a, b, c FROM t;
CREATE VIEW w AS SELECT id, c FROM v;
CREATE MATERIALIZED VIEW m AS SELECT id FROM w;
CREATE INDEX m_id ON m (id);
