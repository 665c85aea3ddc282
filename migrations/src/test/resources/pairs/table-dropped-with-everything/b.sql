CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE q (id int, x int);
