CREATE SCHEMA store;
CREATE DOMAIN store.branch AS integer;
CREATE TYPE store.state AS ENUM ('open', 'closed');
CREATE TYPE store.note AS (author text, body text);
CREATE TYPE size AS ENUM ('small', 'middle', 'large');
CREATE TYPE gone AS ENUM ('a', 'b');
CREATE TABLE sale (
    id integer,
    branch store.branch,
    state store.state,
    remark store.note,
    size size,
    dropped gone[],
    at date
) PARTITION BY HASH (branch);
CREATE TABLE sale_0 PARTITION OF sale FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE sale_1 PARTITION OF sale FOR VALUES WITH (MODULUS 2, REMAINDER 1);
