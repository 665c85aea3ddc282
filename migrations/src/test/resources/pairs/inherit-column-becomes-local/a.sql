CREATE TABLE base (id int, a int, b int);
CREATE TABLE child (c int) INHERITS (base);
INSERT INTO child VALUES (1, 2, 3, 4);
