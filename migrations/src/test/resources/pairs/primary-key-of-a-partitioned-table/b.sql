CREATE TABLE visits (at timestamp with time zone) PARTITION BY HASH (at);
