CREATE TABLE t (id int PRIMARY KEY, a smallint);
DO $do$ BEGIN EXECUTE $f$ CREATE FUNCTION total() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT sum(a) FROM t; END $f$; END $do$;
CREATE VIEW v AS SELECT total() AS total;
