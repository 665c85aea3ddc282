CREATE TABLE parent ();
CREATE TABLE child (id integer) INHERITS (parent);
CREATE MATERIALIZED VIEW ones AS SELECT 1 AS one;
CREATE INDEX ones_one ON ones (one);
