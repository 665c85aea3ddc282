CREATE TABLE base (id int NOT NULL, a int, CONSTRAINT positive CHECK (a > 0));
CREATE TABLE one (id int NOT NULL, a int, x int, CONSTRAINT positive CHECK (a > 0));
CREATE TABLE two (y int) INHERITS (base);
INSERT INTO one VALUES (1, 2, 3); INSERT INTO two VALUES (1, 2, 3);
