CREATE TABLE word (spelling text COLLATE "POSIX" NOT NULL, language text) PARTITION BY LIST (spelling);
CREATE TABLE word_a PARTITION OF word FOR VALUES IN ('a', 'A');
CREATE INDEX word_language ON word (language);
