CREATE TABLE people (id integer NOT NULL, name text);
CREATE TABLE pupils (grade integer) INHERITS (people);
CREATE TABLE visits (at date, who integer NOT NULL) PARTITION BY RANGE (at);
CREATE TABLE visits_1 PARTITION OF visits FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
