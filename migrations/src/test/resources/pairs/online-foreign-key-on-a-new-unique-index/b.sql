CREATE TABLE teams (id integer NOT NULL, code integer);
CREATE UNIQUE INDEX teams_code ON teams (code);
CREATE TABLE people (id integer NOT NULL, name text, age integer, team integer);
ALTER TABLE people ADD CONSTRAINT people_team FOREIGN KEY (team) REFERENCES teams (code);
