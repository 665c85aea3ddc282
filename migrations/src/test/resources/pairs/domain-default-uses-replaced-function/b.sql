CREATE FUNCTION first() RETURNS bigint LANGUAGE sql AS 'SELECT 1';
CREATE DOMAIN counted AS numeric DEFAULT first();
CREATE TABLE item (counted counted);
