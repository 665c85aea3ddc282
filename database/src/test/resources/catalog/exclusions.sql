CREATE EXTENSION btree_gist;
CREATE TABLE bookings (id int, room int, during tstzrange, starts timestamptz, ends timestamptz, note text, cancelled boolean,
    EXCLUDE USING gist (room WITH =, during WITH &&) INCLUDE (note) WHERE (NOT cancelled),
    CONSTRAINT odd EXCLUDE USING gist (tstzrange(starts, ends, '[)') WITH &&, (room + 1) WITH OPERATOR(pg_catalog.=)) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT by_hash EXCLUDE USING hash (note COLLATE "C" WITH =),
    CONSTRAINT by_btree EXCLUDE (lower(note) text_pattern_ops WITH =));
COMMENT ON CONSTRAINT odd ON bookings IS 'no two at a time';
