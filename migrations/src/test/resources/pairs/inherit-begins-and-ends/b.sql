CREATE TABLE base (id int NOT NULL, a int, CONSTRAINT positive CHECK (a > 0));
CREATE TABLE one (x int) INHERITS (base);
CREATE TABLE two (id int NOT NULL, a int, y int, CONSTRAINT positive CHECK (a > 0));
INSERT INTO one VALUES (1, 2, 3); INSERT INTO two VALUES (1, 2, 3);
