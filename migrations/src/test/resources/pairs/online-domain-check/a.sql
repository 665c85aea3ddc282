CREATE DOMAIN positive AS integer;
CREATE TABLE people (id positive);
