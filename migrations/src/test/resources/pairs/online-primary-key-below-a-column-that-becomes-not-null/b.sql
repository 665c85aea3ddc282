CREATE TABLE parent (id bigint NOT NULL, code jsonb NOT NULL);
CREATE TABLE child () INHERITS (parent);
ALTER TABLE child ADD CONSTRAINT child_key PRIMARY KEY (code);
