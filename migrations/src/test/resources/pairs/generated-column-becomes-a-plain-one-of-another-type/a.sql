CREATE TABLE visits (at timestamptz, unknown boolean GENERATED ALWAYS AS (at IS NULL) STORED);
