CREATE TABLE things (id integer, weight integer);
CREATE TABLE events (at bigint, kind integer) PARTITION BY RANGE (at);
