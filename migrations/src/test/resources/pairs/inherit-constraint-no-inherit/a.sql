CREATE TABLE base (id int, a int, CONSTRAINT one CHECK (a > 0), CONSTRAINT two CHECK (a > 1) NO INHERIT);
CREATE TABLE child () INHERITS (base);
