CREATE TABLE whole (at timestamptz) PARTITION BY RANGE (at);
CREATE TABLE rest PARTITION OF whole DEFAULT;
CREATE INDEX whole_at ON whole (at);
CREATE INDEX "rest's own" ON rest (at) WITH (fillfactor = 70);
