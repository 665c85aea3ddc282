CREATE TABLE events (station integer NOT NULL, minute bigint NOT NULL, value numeric) PARTITION BY RANGE (minute);
CREATE TABLE events_old PARTITION OF events FOR VALUES FROM (0) TO (100) PARTITION BY RANGE (minute);
CREATE TABLE events_old_first PARTITION OF events_old FOR VALUES FROM (0) TO (50);
CREATE TABLE events_new PARTITION OF events DEFAULT;
ALTER TABLE events ADD CONSTRAINT once_more UNIQUE (station, minute);
ALTER TABLE events ADD CONSTRAINT once UNIQUE (station, minute);
CREATE INDEX events_old_first_low ON events_old_first (value) WHERE value < 10;
CREATE INDEX events_old_low ON events_old (minute) WHERE value < 10;
CREATE INDEX events_new_low ON events_new (value) WHERE value < 10;
