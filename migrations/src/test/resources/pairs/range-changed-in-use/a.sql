CREATE TYPE times AS RANGE (subtype = time);
CREATE TYPE floats AS RANGE (subtype = float8);
CREATE TABLE slot (id int PRIMARY KEY, times times, floats floats, EXCLUDE USING gist (floats WITH &&));
CREATE INDEX slot_times ON slot USING gist (times);
COMMENT ON TYPE times IS 'when';
