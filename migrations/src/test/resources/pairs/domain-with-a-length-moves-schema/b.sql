CREATE SCHEMA old;
CREATE DOMAIN zip AS character(5);
CREATE TABLE address (zip zip, fee numeric(8, 2));
