CREATE TABLE base (id int, a int, CONSTRAINT one CHECK (a > 0) NO INHERIT, CONSTRAINT two CHECK (a > 1));
CREATE TABLE child (CONSTRAINT three CHECK (a > 3)) INHERITS (base);
