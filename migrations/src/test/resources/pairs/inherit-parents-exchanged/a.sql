CREATE TABLE p1 (id int, a int);
CREATE TABLE p2 (id int, b int);
CREATE TABLE c (x int) INHERITS (p1, p2);
INSERT INTO c (id, a, b, x) VALUES (1, 2, 3, 4);
