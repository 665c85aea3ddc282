CREATE SCHEMA away;
CREATE TABLE away.things (id integer, name text NOT NULL, place text) PARTITION BY HASH (id);
CREATE TABLE part PARTITION OF away.things FOR VALUES WITH (MODULUS 4, REMAINDER 1);
CREATE INDEX things_placed ON away.things ((place IS NULL));
