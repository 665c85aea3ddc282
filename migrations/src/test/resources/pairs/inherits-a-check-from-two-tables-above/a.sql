CREATE TABLE things (id integer, name text);
ALTER TABLE things ADD CONSTRAINT named CHECK (name IS NOT NULL);
CREATE TABLE living () INHERITS (things);
CREATE TABLE animals () INHERITS (living);
