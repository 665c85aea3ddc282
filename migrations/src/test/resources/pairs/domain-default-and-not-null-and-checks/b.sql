CREATE DOMAIN email AS text DEFAULT 'a@b' NOT NULL CONSTRAINT short CHECK (length(VALUE) < 100) CONSTRAINT email_check CHECK (VALUE LIKE '%@%.%');
CREATE DOMAIN score AS int CHECK (VALUE > 0);
CREATE TABLE person (id int PRIMARY KEY, email email, score score);
CREATE VIEW people AS SELECT email, score FROM person;
