CREATE SCHEMA old;
CREATE DOMAIN old.zip AS character(5);
CREATE DOMAIN old.price AS numeric(8, 2);
CREATE TABLE address (zip old.zip, fee old.price);
