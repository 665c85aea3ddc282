CREATE TEXT SEARCH DICTIONARY stems (TEMPLATE = snowball, language = german, stopwords = german);
CREATE TEXT SEARCH DICTIONARY plain (TEMPLATE = simple);
CREATE TEXT SEARCH CONFIGURATION words (COPY = simple);
ALTER TEXT SEARCH CONFIGURATION words ALTER MAPPING FOR asciiword, word WITH stems, plain;
COMMENT ON TEXT SEARCH CONFIGURATION words IS 'w';
CREATE TABLE doc (id int, body text, found tsvector GENERATED ALWAYS AS (to_tsvector('words', body)) STORED);
CREATE INDEX doc_found ON doc USING gin (found);
