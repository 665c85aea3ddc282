CREATE TABLE people (id integer, name text);
CREATE TABLE pupils (grade integer) INHERITS (people);
CREATE TABLE visits (at date, who integer) PARTITION BY RANGE (at);
CREATE TABLE visits_1 PARTITION OF visits FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
