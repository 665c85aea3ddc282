CREATE TABLE visits (at timestamptz, unknown text);
