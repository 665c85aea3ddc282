CREATE TABLE visits (at timestamp with time zone) PARTITION BY HASH (at);
ALTER TABLE visits ADD CONSTRAINT visits_pkey PRIMARY KEY (at);
