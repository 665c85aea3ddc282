CREATE FUNCTION twice(x integer) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT 2::bigint * x';
CREATE FUNCTION half(x integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT x / 2';
CREATE TABLE measure (
    id integer,
    value integer DEFAULT half(10) CHECK (half(value) < 1000),
    doubled bigint GENERATED ALWAYS AS (twice(value)) STORED,
    kept integer
) PARTITION BY HASH (value);
CREATE TABLE measure_0 PARTITION OF measure FOR VALUES WITH (MODULUS 1, REMAINDER 0);
CREATE INDEX measure_half ON measure (half(value));
CREATE INDEX measure_twice ON measure (twice(value));
