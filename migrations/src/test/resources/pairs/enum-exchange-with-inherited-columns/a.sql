CREATE TYPE status AS ENUM ('a', 'b', 'c');
CREATE TABLE base (id int, s status DEFAULT 'a');
CREATE TABLE child (s status DEFAULT 'b', n int) INHERITS (base);
CREATE TABLE grandchild () INHERITS (child);
CREATE VIEW v AS SELECT s FROM grandchild;
