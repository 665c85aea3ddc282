CREATE TABLE parent (id bigint NOT NULL, code text);
CREATE TABLE child () INHERITS (parent);
INSERT INTO child VALUES (1, '1');
