CREATE TABLE child (id int, a int, b int);
INSERT INTO child VALUES (1, 2, 3);
