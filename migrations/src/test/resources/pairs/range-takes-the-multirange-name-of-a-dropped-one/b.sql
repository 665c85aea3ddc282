CREATE TYPE stretch AS RANGE (SUBTYPE = integer, MULTIRANGE_TYPE_NAME = many_spans);
CREATE TABLE t (id bigint PRIMARY KEY, during text, over stretch);
