CREATE FUNCTION first() RETURNS integer LANGUAGE sql AS 'SELECT 1';
CREATE DOMAIN counted AS numeric DEFAULT first();
CREATE TABLE item (counted counted);
