CREATE TYPE mood AS ENUM ('good', 'bad');
CREATE TABLE days (id integer PRIMARY KEY, felt text);
CREATE INDEX days_felt ON days (felt COLLATE "C");
CREATE TABLE weeks (id integer, felt text) PARTITION BY RANGE (id);
CREATE TABLE weeks_first PARTITION OF weeks FOR VALUES FROM (0) TO (10);
CREATE INDEX weeks_felt ON weeks (felt COLLATE "C");
