CREATE TABLE things (id bigint NOT NULL, code text DEFAULT 'x' NOT NULL);
ALTER TABLE things ADD CONSTRAINT first_key UNIQUE (id) INCLUDE (code);
ALTER TABLE things ADD CONSTRAINT second_key UNIQUE (code, id);
ALTER TABLE things ADD CONSTRAINT to_itself FOREIGN KEY (id) REFERENCES things (id);
