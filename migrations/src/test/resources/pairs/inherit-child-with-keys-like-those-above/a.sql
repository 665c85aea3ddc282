CREATE TABLE base (id text NOT NULL, code text NOT NULL);
CREATE TABLE leaf (size integer) INHERITS (base);
ALTER TABLE base ADD CONSTRAINT base_key PRIMARY KEY (id);
ALTER TABLE leaf ADD CONSTRAINT leaf_key PRIMARY KEY (id);
CREATE INDEX base_code ON base (code);
CREATE INDEX leaf_code ON leaf (code);
