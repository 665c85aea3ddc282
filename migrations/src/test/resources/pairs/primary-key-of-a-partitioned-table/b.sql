CREATE TABLE thing_13 (column_18 timestamp with time zone) PARTITION BY HASH (column_18);
