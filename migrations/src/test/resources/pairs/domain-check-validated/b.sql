CREATE DOMAIN email AS text CONSTRAINT has_at CHECK (VALUE LIKE '%@%');
CREATE TABLE person (id int PRIMARY KEY, email email);
