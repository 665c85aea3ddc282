CREATE TYPE mood AS ENUM ('happy', 'so so', 'it''s "fine"', 'ünïcode');
ALTER TYPE mood ADD VALUE 'first' BEFORE 'happy';
COMMENT ON TYPE mood IS 'how one feels';
CREATE TYPE empty_enum AS ENUM ();
CREATE TABLE people (id int PRIMARY KEY, mood mood DEFAULT 'happy' NOT NULL, moods mood[] DEFAULT '{happy}');
