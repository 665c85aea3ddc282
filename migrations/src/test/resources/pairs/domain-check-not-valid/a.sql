CREATE DOMAIN email AS text;
CREATE TABLE person (id int PRIMARY KEY, email email);
