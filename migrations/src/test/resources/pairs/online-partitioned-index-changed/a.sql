CREATE TABLE visits (at date, who integer, note text) PARTITION BY RANGE (at);
CREATE TABLE visits_1 PARTITION OF visits FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
CREATE TABLE visits_2 PARTITION OF visits FOR VALUES FROM ('2026-02-01') TO ('2026-03-01') PARTITION BY LIST (who);
CREATE TABLE visits_2_1 PARTITION OF visits_2 FOR VALUES IN (1);
CREATE TABLE visits_2_2 PARTITION OF visits_2 FOR VALUES IN (2);
CREATE INDEX visits_2_1_mine ON visits_2_1 (note);
CREATE INDEX visits_who ON visits (who);
