CREATE TABLE things (id bigint NOT NULL);
ALTER TABLE things ADD CONSTRAINT first_key UNIQUE (id);
ALTER TABLE things ADD CONSTRAINT second_key UNIQUE (id);
ALTER TABLE things ADD CONSTRAINT to_itself FOREIGN KEY (id) REFERENCES things (id);
