CREATE TABLE readings (station integer, minute bigint) PARTITION BY HASH (minute);
CREATE TABLE readings_first PARTITION OF readings FOR VALUES WITH (MODULUS 4, REMAINDER 2) WITH (fillfactor = 70);
ALTER TABLE readings ADD CONSTRAINT number_two UNIQUE (minute, station);
ALTER TABLE readings ADD CONSTRAINT number_one UNIQUE (minute, station);
