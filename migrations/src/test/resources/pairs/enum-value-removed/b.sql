CREATE TYPE mood AS ENUM ('sad', 'happy');
CREATE TABLE person (id int PRIMARY KEY, mood mood NOT NULL DEFAULT 'sad', past mood[] DEFAULT '{sad,happy}', other mood);
CREATE INDEX person_mood ON person (mood);
CREATE UNIQUE INDEX person_once ON person (mood, id) WHERE mood = 'happy';
GRANT USAGE ON TYPE mood TO pg_monitor;
REVOKE USAGE ON TYPE mood FROM PUBLIC;
COMMENT ON TYPE mood IS 'how it is';
