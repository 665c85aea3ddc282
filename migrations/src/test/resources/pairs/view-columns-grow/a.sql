CREATE TABLE t (id int, a int, b text);
CREATE VIEW v AS SELECT id FROM t;
CREATE VIEW w AS SELECT id FROM v;
GRANT SELECT ON v TO pg_monitor;
