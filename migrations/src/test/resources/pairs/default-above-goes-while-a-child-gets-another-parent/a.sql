CREATE TABLE old_parent (amount bigint DEFAULT 0, code text, CONSTRAINT parent_key PRIMARY KEY (code));
CREATE TABLE child () INHERITS (old_parent);
INSERT INTO child VALUES (1, 'x');
