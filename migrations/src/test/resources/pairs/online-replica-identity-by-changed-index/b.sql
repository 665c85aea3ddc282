CREATE TABLE people (id integer NOT NULL, code integer NOT NULL);
CREATE UNIQUE INDEX people_code ON people (code, id);
ALTER TABLE people REPLICA IDENTITY USING INDEX people_code;
