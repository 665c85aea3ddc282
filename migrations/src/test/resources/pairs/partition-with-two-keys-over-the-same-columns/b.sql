CREATE TABLE seat (row integer, place integer, hall integer) PARTITION BY LIST (hall);
CREATE TABLE seat_1 PARTITION OF seat FOR VALUES IN (1, 2);
ALTER TABLE seat ADD CONSTRAINT first_key UNIQUE (row, hall);
ALTER TABLE seat ADD CONSTRAINT second_key UNIQUE (row, hall);
