CREATE TYPE span AS RANGE (subtype = integer);
CREATE TABLE t (a text DEFAULT span(1,2,'[]')::text, b integer CHECK (b > lower(span(1,2))));
CREATE VIEW v AS SELECT a, span(1, 3) && span(2, 5) AS x FROM t;
CREATE DOMAIN d AS text DEFAULT span(1,2,'[]')::text;
