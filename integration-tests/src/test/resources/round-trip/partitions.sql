-- Partitions of every strategy, to the third level, with what a partition may have of its own.
CREATE TYPE region AS ENUM ('north', 'south', 'it''s');
CREATE TABLE measurements (
    id bigint GENERATED ALWAYS AS IDENTITY,
    city_id integer NOT NULL,
    log_date date NOT NULL,
    peak_temperature integer CHECK (peak_temperature > -100),
    note text DEFAULT 'none',
    PRIMARY KEY (id, log_date, city_id)
) PARTITION BY RANGE (log_date);
CREATE TABLE measurements_2024 PARTITION OF measurements FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE measurements_2025 PARTITION OF measurements FOR VALUES FROM ('2025-01-01') TO ('2026-01-01') PARTITION BY LIST (city_id);
CREATE TABLE measurements_2025_a PARTITION OF measurements_2025 FOR VALUES IN (1, 2);
CREATE TABLE measurements_2025_b PARTITION OF measurements_2025 FOR VALUES IN (3) PARTITION BY HASH (id);
CREATE TABLE measurements_2025_b0 PARTITION OF measurements_2025_b FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE measurements_2025_b1 PARTITION OF measurements_2025_b FOR VALUES WITH (MODULUS 2, REMAINDER 1);
CREATE TABLE measurements_other PARTITION OF measurements DEFAULT;
CREATE INDEX measurements_city_id_idx ON measurements (city_id, log_date DESC);
CREATE INDEX measurements_2024_note_idx ON measurements_2024 (lower(note)) WHERE note IS NOT NULL;
COMMENT ON TABLE measurements_2024 IS 'The year of the flood';

-- a partition with a default, a check, a statistics target and a storage parameter of its own
CREATE TABLE sales (region region NOT NULL, amount numeric(12,2) DEFAULT 0, sold_at timestamptz NOT NULL, seller text) PARTITION BY LIST (region);
CREATE TABLE sales_north PARTITION OF sales (amount DEFAULT 10, CONSTRAINT sales_north_amount CHECK (amount >= 10)) FOR VALUES IN ('north') WITH (fillfactor = 60);
CREATE TABLE sales_south (region region NOT NULL, amount numeric(12,2) DEFAULT 0, sold_at timestamptz NOT NULL, seller text NOT NULL UNIQUE);
ALTER TABLE sales ATTACH PARTITION sales_south FOR VALUES IN ('south', 'it''s');

-- keys over expressions, with a collation and an operator class
CREATE TABLE events (tenant text COLLATE "C" NOT NULL, at timestamptz NOT NULL, payload jsonb) PARTITION BY RANGE (date_trunc('month', at AT TIME ZONE 'UTC'), tenant COLLATE "POSIX" text_pattern_ops);
CREATE TABLE events_old PARTITION OF events FOR VALUES FROM (MINVALUE, MINVALUE) TO ('2020-01-01', 'a');
CREATE TABLE events_new PARTITION OF events FOR VALUES FROM ('2020-01-01', 'a') TO (MAXVALUE, MAXVALUE);
CREATE TABLE hashed (a integer, b text) PARTITION BY HASH (a, b);
CREATE TABLE hashed_0 PARTITION OF hashed FOR VALUES WITH (MODULUS 3, REMAINDER 0);
CREATE TABLE hashed_1 PARTITION OF hashed FOR VALUES WITH (MODULUS 3, REMAINDER 1);
CREATE TABLE hashed_2 PARTITION OF hashed FOR VALUES WITH (MODULUS 3, REMAINDER 2);

-- keys to and from partitioned tables, a trigger that goes down to the partitions
CREATE TABLE parts (id integer PRIMARY KEY, name text) PARTITION BY RANGE (id);
CREATE TABLE parts_low PARTITION OF parts FOR VALUES FROM (0) TO (1000);
CREATE TABLE parts_high PARTITION OF parts FOR VALUES FROM (1000) TO (MAXVALUE);
CREATE TABLE part_uses (part_id integer NOT NULL REFERENCES parts ON DELETE CASCADE, used_on date NOT NULL, UNIQUE (part_id, used_on)) PARTITION BY RANGE (used_on);
CREATE TABLE part_uses_2024 PARTITION OF part_uses FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE FUNCTION touch_part() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER parts_touch BEFORE UPDATE ON parts FOR EACH ROW EXECUTE FUNCTION touch_part();
CREATE TRIGGER parts_low_only AFTER INSERT ON parts_low FOR EACH ROW EXECUTE FUNCTION touch_part();
-- a partitioned table without partitions
CREATE TABLE empty_one (id integer NOT NULL) PARTITION BY RANGE (id);
-- a partition in another schema
CREATE SCHEMA archive;
CREATE TABLE archive.parts_negative PARTITION OF parts FOR VALUES FROM (MINVALUE) TO (0);
