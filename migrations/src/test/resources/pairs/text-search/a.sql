CREATE TEXT SEARCH DICTIONARY stems (TEMPLATE = snowball, language = english);
CREATE TEXT SEARCH CONFIGURATION words (COPY = simple);
ALTER TEXT SEARCH CONFIGURATION words ALTER MAPPING FOR asciiword WITH stems;
CREATE TABLE doc (id int, body text, found tsvector GENERATED ALWAYS AS (to_tsvector('words', body)) STORED);
CREATE INDEX doc_found ON doc USING gin (found);
