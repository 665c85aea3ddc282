CREATE DOMAIN code AS text;
CREATE TYPE pair AS (a code, b code);
CREATE TABLE item (id int PRIMARY KEY, codes code[], pair pair);
