CREATE TYPE place AS (number integer, street text, city text);
CREATE DOMAIN amount AS numeric;
CREATE TABLE orders (id integer PRIMARY KEY, delivery text, billing place, total bit varying, net amount);
