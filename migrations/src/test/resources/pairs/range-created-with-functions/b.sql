CREATE FUNCTION time_diff(a time, b time) RETURNS float8 LANGUAGE sql IMMUTABLE STRICT AS 'SELECT extract(epoch FROM a - b)::float8';
CREATE TYPE times AS RANGE (subtype = time, subtype_diff = time_diff);
CREATE TABLE x (a int, b times DEFAULT times('08:00', '09:00'), c times_multirange);
