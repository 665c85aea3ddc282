CREATE TYPE inner_t AS (a int);
CREATE TYPE outer_t AS (i inner_t, many inner_t[]);
CREATE TABLE t (o outer_t);
