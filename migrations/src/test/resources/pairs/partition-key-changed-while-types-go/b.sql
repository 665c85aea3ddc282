CREATE SCHEMA store;
CREATE DOMAIN branch AS integer;
CREATE TYPE size AS ENUM ('small', 'large');
CREATE TYPE gone AS ENUM ('b');
CREATE TABLE sale (
    id integer,
    branch branch,
    state text,
    remark text,
    size size,
    at date
) PARTITION BY RANGE (id);
CREATE TABLE sale_0 PARTITION OF sale FOR VALUES FROM (0) TO (1000);
CREATE TABLE sale_rest PARTITION OF sale DEFAULT;
