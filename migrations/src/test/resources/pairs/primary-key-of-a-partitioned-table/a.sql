CREATE TABLE thing_13 (column_18 timestamp with time zone) PARTITION BY HASH (column_18);
ALTER TABLE thing_13 ADD CONSTRAINT key_19 PRIMARY KEY (column_18);
