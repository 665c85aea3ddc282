CREATE TABLE t (id int, a int, b text);
CREATE VIEW v AS SELECT id, a, b FROM t WHERE id > 0;
CREATE VIEW w AS SELECT id FROM v;
GRANT SELECT ON v TO pg_monitor;
