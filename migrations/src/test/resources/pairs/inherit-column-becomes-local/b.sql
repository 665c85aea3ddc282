CREATE TABLE base (id int);
CREATE TABLE child (a int, b int, c int) INHERITS (base);
INSERT INTO child VALUES (1, 2, 3, 4);
