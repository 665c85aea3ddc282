CREATE DOMAIN email AS text CHECK (VALUE LIKE '%@%');
CREATE DOMAIN score AS int DEFAULT 1 NOT NULL;
CREATE TABLE person (id int PRIMARY KEY, email email, score score);
CREATE VIEW people AS SELECT email, score FROM person;
