CREATE TABLE base (id text NOT NULL, code text NOT NULL);
CREATE TABLE leaf (size integer) INHERITS (base);
ALTER TABLE base ADD CONSTRAINT base_key PRIMARY KEY (id, code);
ALTER TABLE leaf ADD CONSTRAINT leaf_code_key PRIMARY KEY (code);
ALTER TABLE leaf ADD CONSTRAINT leaf_key UNIQUE (id);
