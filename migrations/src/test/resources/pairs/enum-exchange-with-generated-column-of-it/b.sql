CREATE TYPE status AS ENUM ('b', 'a');
CREATE FUNCTION as_status(n int) RETURNS status LANGUAGE sql IMMUTABLE AS 'SELECT ''a''::status';
CREATE TABLE t (id int, s status GENERATED ALWAYS AS (as_status(id)) STORED, o status);
CREATE INDEX t_s ON t (s);
CREATE MATERIALIZED VIEW m AS SELECT s, o FROM t;
