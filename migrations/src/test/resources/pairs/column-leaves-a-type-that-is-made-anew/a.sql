CREATE TYPE place AS (street text, number integer);
CREATE DOMAIN amount AS integer;
CREATE TABLE orders (id integer PRIMARY KEY, delivery place, billing place, total amount, net amount);
