CREATE TABLE things (id integer, weight text, size integer);
CREATE TABLE big_things (CONSTRAINT big CHECK (size > 10), CONSTRAINT heavy CHECK (weight <> 'light')) INHERITS (things);
CREATE TABLE events (at bigint, kind text, size integer) PARTITION BY RANGE (at);
CREATE TABLE events_first PARTITION OF events (CONSTRAINT big CHECK (size > 10), CONSTRAINT known CHECK (kind <> ''))
    FOR VALUES FROM (0) TO (10);
