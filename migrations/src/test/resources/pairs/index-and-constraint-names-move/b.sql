CREATE TABLE a (id int, x int);
CREATE TABLE b (id int CONSTRAINT k PRIMARY KEY, x int);
CREATE INDEX i ON b (x);
