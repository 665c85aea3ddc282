CREATE DOMAIN code AS text NOT NULL CHECK (VALUE <> '');
CREATE TYPE pair AS (a code, b code);
CREATE TABLE item (id int PRIMARY KEY, codes code[], pair pair);
