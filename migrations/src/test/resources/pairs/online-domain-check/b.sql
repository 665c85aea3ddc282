CREATE DOMAIN positive AS integer CONSTRAINT above CHECK (VALUE > 0);
CREATE TABLE people (id positive);
