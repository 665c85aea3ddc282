CREATE COLLATION german (provider = icu, locale = 'de-AT', deterministic = false);
CREATE TABLE word (id int PRIMARY KEY, word text COLLATE german UNIQUE, other text);
CREATE INDEX word_other ON word (other COLLATE german);
CREATE VIEW words AS SELECT word FROM word ORDER BY other COLLATE german;
COMMENT ON COLLATION german IS 'de';
CREATE DOMAIN d AS text COLLATE german;
CREATE TYPE c AS (a text COLLATE german);
CREATE TABLE two (d d, c c);
