CREATE TABLE visits (at date, who integer) PARTITION BY RANGE (at);
CREATE TABLE others PARTITION OF visits DEFAULT;
CREATE TABLE places (name text, who integer) PARTITION BY LIST (name);
CREATE TABLE visits_1 PARTITION OF visits FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
CREATE TABLE places_1 PARTITION OF places FOR VALUES IN ('here', 'there');
