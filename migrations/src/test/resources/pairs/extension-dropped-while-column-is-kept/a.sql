CREATE EXTENSION citext;
CREATE EXTENSION hstore;
CREATE TABLE t (id int, c citext UNIQUE, h hstore, cs citext[]);
CREATE INDEX t_h ON t USING gin (h);
CREATE VIEW v AS SELECT c FROM t WHERE c = 'a';
