CREATE TABLE new_parent (amount bigint[] DEFAULT '{0,1}', code text, CONSTRAINT parent_key PRIMARY KEY (code));
CREATE TABLE child () INHERITS (new_parent);
