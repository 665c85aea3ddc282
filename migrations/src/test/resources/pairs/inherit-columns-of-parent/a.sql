CREATE TABLE base (id int NOT NULL, a int, b text DEFAULT 'x', CHECK (a > 0));
CREATE TABLE child (c int) INHERITS (base);
CREATE TABLE grandchild (d int) INHERITS (child);
INSERT INTO child VALUES (1, 2, 'y', 3); INSERT INTO grandchild VALUES (1, 2, 'y', 3, 4);
