CREATE TEXT SEARCH DICTIONARY plain (TEMPLATE = pg_catalog.simple, STOPWORDS = english);
CREATE TEXT SEARCH CONFIGURATION mine (COPY = english);
ALTER TEXT SEARCH CONFIGURATION mine ALTER MAPPING FOR asciiword WITH plain, english_stem;
COMMENT ON TEXT SEARCH CONFIGURATION mine IS 'mine';
CREATE TABLE docs (id int, body text, search tsvector GENERATED ALWAYS AS (to_tsvector('mine', body)) STORED);
CREATE INDEX docs_body ON docs USING gin (to_tsvector('mine', body));
