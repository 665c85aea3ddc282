CREATE TABLE whole (old_key integer, at timestamptz) PARTITION BY RANGE (old_key);
CREATE TABLE rest PARTITION OF whole DEFAULT;
CREATE INDEX whole_at ON whole (at);
CREATE INDEX "rest's own" ON rest (at) WITH (fillfactor = 70);
