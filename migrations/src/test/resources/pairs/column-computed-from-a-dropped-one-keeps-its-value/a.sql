CREATE TABLE people (
    id integer PRIMARY KEY,
    name varchar(30),
    shown text GENERATED ALWAYS AS (upper(name)) STORED
) WITH (autovacuum_vacuum_scale_factor = 0.05);
