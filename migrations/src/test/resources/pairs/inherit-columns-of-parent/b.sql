CREATE TABLE base (id bigint NOT NULL, b text DEFAULT 'z', e int NOT NULL DEFAULT 7, CHECK (e > 0));
CREATE TABLE child (c bigint) INHERITS (base);
CREATE TABLE grandchild (d int, CHECK (d > 0)) INHERITS (child);
INSERT INTO child VALUES (1, 'y', 2, 3); INSERT INTO grandchild VALUES (1, 'y', 2, 3, 4);
