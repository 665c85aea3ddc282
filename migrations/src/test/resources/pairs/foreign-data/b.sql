CREATE EXTENSION postgres_fdw;
CREATE SERVER remote FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'i', port '5433');
CREATE SERVER other FOREIGN DATA WRAPPER postgres_fdw;
CREATE FOREIGN TABLE far (id int OPTIONS (column_name 'x'), a text, b int) SERVER remote OPTIONS (table_name 'u');
CREATE FOREIGN TABLE further (id int) SERVER other;
CREATE VIEW near AS SELECT id, a FROM far;
COMMENT ON SERVER remote IS 'r';
COMMENT ON FOREIGN TABLE far IS 'f';
GRANT SELECT ON far TO pg_monitor;
