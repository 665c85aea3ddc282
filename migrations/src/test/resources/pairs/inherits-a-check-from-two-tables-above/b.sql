CREATE TABLE things (id integer, name text);
ALTER TABLE things ADD CONSTRAINT named CHECK (name IS NOT NULL);
CREATE TABLE animals ();
