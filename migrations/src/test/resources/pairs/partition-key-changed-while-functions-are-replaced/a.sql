CREATE FUNCTION twice(x integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 2 * x';
CREATE FUNCTION half(x integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT x / 2';
CREATE FUNCTION plain(x integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT x';
CREATE TABLE measure (
    id integer,
    value integer DEFAULT half(10) CHECK (half(value) < 1000),
    doubled integer GENERATED ALWAYS AS (twice(value)) STORED,
    kept integer GENERATED ALWAYS AS (plain(value)) STORED
) PARTITION BY HASH (id);
CREATE TABLE measure_0 PARTITION OF measure FOR VALUES WITH (MODULUS 1, REMAINDER 0);
CREATE INDEX measure_half ON measure (half(value));
CREATE INDEX measure_twice ON measure (twice(value)) WHERE plain(value) > 0;
