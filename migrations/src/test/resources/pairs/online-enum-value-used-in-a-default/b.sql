CREATE TYPE mood AS ENUM ('sad', 'meh', 'glad');
CREATE TABLE people (id integer, mood mood DEFAULT 'meh', CONSTRAINT no_meh CHECK (id > 0 OR mood <> 'meh'));
CREATE VIEW happy AS SELECT mood, id FROM people WHERE mood >= 'meh';
