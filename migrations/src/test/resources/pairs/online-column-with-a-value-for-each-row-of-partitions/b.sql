CREATE TABLE visits (at date, who integer, code uuid NOT NULL DEFAULT gen_random_uuid()) PARTITION BY RANGE (at);
CREATE TABLE visits_1 PARTITION OF visits FOR VALUES FROM ('2026-01-01') TO ('2026-02-01') PARTITION BY LIST (who);
CREATE TABLE visits_1_1 PARTITION OF visits_1 FOR VALUES IN (1);
