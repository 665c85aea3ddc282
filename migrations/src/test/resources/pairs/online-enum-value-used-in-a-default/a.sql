CREATE TYPE mood AS ENUM ('sad', 'glad');
CREATE TABLE people (id integer, mood mood);
CREATE VIEW happy AS SELECT id FROM people WHERE mood = 'glad';
