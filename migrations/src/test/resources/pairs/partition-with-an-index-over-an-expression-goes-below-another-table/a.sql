CREATE SCHEMA away;
CREATE TABLE things (id integer, name text NOT NULL, known boolean GENERATED ALWAYS AS (name IS NULL) STORED, place text)
    PARTITION BY HASH (id);
CREATE TABLE part PARTITION OF things FOR VALUES WITH (MODULUS 4, REMAINDER 1);
CREATE INDEX things_placed ON things ((place IS NULL));
