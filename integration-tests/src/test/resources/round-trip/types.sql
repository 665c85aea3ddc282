-- Types of the user's, one within the other.
CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy', 'so "so"', 'it''s', 'MiXed Case', '1st', 'class');
CREATE DOMAIN positive AS integer CHECK (VALUE > 0);
CREATE DOMAIN small_positive AS positive DEFAULT 1 CONSTRAINT small CHECK (VALUE < 100) CONSTRAINT not_thirteen CHECK (VALUE <> 13);
CREATE DOMAIN email AS text COLLATE "C" NOT NULL CHECK (VALUE ~ '^[^@]+@[^@]+$');
CREATE DOMAIN tags AS text[] DEFAULT '{}' CHECK (array_length(VALUE, 1) < 10);
CREATE DOMAIN money_amount AS numeric(12,2);
CREATE DOMAIN good_mood AS mood CHECK (VALUE <> 'sad');
ALTER DOMAIN money_amount ADD CONSTRAINT later CHECK (VALUE > -1000000) NOT VALID;
COMMENT ON DOMAIN email IS 'One address';
COMMENT ON CONSTRAINT small ON DOMAIN small_positive IS 'below a hundred';
CREATE TYPE point3 AS (x double precision, y double precision, z double precision);
CREATE TYPE address AS (street text COLLATE "C", zip varchar(10), moods mood[], place point3, count small_positive);
CREATE TYPE nested AS (inner_address address, history address[]);
CREATE TYPE empty_one AS ();
COMMENT ON TYPE address IS 'Where
someone lives';
COMMENT ON COLUMN address.zip IS 'the code';
COMMENT ON TYPE mood IS 'how one is';
CREATE TYPE float_range AS RANGE (subtype = float8, subtype_diff = float8mi);
CREATE FUNCTION days_between(a date, b date) RETURNS double precision LANGUAGE sql IMMUTABLE AS 'SELECT (a - b)::double precision';
CREATE TYPE day_span AS RANGE (subtype = date, subtype_diff = days_between, multirange_type_name = day_spans);
CREATE TYPE text_range AS RANGE (subtype = text, collation = "C", subtype_opclass = text_pattern_ops);
CREATE TABLE everything (
    id integer PRIMARY KEY,
    m mood DEFAULT 'ok' NOT NULL,
    ms mood[] DEFAULT '{sad,ok}'::mood[],
    g good_mood,
    p positive DEFAULT 5,
    sp small_positive,
    e email,
    es email[],
    t tags,
    amount money_amount DEFAULT 1.50,
    a address,
    n nested[],
    fr float_range DEFAULT '[0,1)',
    fm float_multirange,
    ds day_spans,
    tr text_range
);
CREATE INDEX ON everything USING gist (fr);
CREATE INDEX ON everything (((a).zip));
-- a domain over a composite, a domain over a domain over an array
CREATE DOMAIN checked_point AS point3 CHECK ((VALUE).x > 0);
CREATE DOMAIN few_tags AS tags CHECK (cardinality(VALUE) <= 3);
CREATE TABLE uses (id bigserial, p checked_point, f few_tags);
-- a table's row type as a column
CREATE TABLE snapshots (taken_at timestamptz, was everything);
