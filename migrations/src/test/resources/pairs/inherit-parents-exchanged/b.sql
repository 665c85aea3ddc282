CREATE TABLE p1 (id int, a int);
CREATE TABLE p2 (id int, b int);
CREATE TABLE p3 (id int);
CREATE TABLE c (a int, b int, x int) INHERITS (p3);
INSERT INTO c (id, a, b, x) VALUES (1, 2, 3, 4);
