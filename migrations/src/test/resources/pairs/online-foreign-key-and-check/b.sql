CREATE TABLE teams (id integer PRIMARY KEY);
CREATE TABLE people (id integer NOT NULL, name text, age integer, team integer);
ALTER TABLE people ADD CONSTRAINT people_team FOREIGN KEY (team) REFERENCES teams ON DELETE CASCADE;
ALTER TABLE people ADD CONSTRAINT people_old CHECK (age > 3);
COMMENT ON CONSTRAINT people_old ON people IS 'old enough';
