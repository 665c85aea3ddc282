CREATE TABLE base (id int, a int);
CREATE TABLE child (b int) INHERITS (base);
INSERT INTO child VALUES (1, 2, 3);
