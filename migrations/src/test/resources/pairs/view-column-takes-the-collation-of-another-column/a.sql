CREATE TABLE t (id bigint PRIMARY KEY, label name, word text COLLATE "POSIX", plain text);
CREATE VIEW v AS SELECT id, upper(label::text) AS shown, word FROM t;
CREATE VIEW above AS SELECT shown FROM v;
