CREATE TYPE inner_t AS (a bigint);
CREATE TYPE outer_t AS (i inner_t, many inner_t[], more text);
CREATE TABLE t (o outer_t);
