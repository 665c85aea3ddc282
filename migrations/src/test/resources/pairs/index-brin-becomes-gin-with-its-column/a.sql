CREATE TABLE measured (id int PRIMARY KEY, taken timestamptz);
CREATE INDEX measured_taken ON measured USING brin (taken);
