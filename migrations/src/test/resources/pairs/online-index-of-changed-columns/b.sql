CREATE TABLE people (id integer NOT NULL, age integer, team integer, nick text);
CREATE INDEX people_name ON people (nick);
