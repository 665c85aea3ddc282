CREATE COLLATION german (provider = icu, locale = 'de-DE');
CREATE COLLATION loose (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
CREATE COLLATION as_c (provider = libc, locale = 'C');
COMMENT ON COLLATION german IS 'as in Germany';
CREATE TABLE words (a text COLLATE german, b text COLLATE loose UNIQUE, c text COLLATE as_c);
CREATE INDEX words_c ON words (c COLLATE german, a COLLATE "C");
