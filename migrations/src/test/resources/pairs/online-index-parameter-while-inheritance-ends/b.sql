CREATE TABLE child (id integer);
CREATE MATERIALIZED VIEW ones AS SELECT 1 AS one;
CREATE INDEX ones_one ON ones (one) WITH (fillfactor = 70);
