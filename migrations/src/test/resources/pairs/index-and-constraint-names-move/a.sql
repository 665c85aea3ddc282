CREATE TABLE a (id int CONSTRAINT k PRIMARY KEY, x int);
CREATE TABLE b (id int, x int);
CREATE INDEX i ON a (x);
