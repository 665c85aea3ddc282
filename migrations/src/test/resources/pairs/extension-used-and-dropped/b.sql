CREATE EXTENSION citext;
CREATE EXTENSION pg_trgm;
CREATE EXTENSION hstore;
CREATE TABLE t (id int, name citext, names citext[], extra hstore DEFAULT '');
CREATE INDEX t_name ON t USING gin ((name::text) gin_trgm_ops);
CREATE VIEW v AS SELECT similarity(name::text, 'a') AS s FROM t;
CREATE DOMAIN d AS citext;
CREATE FUNCTION f(c citext) RETURNS hstore LANGUAGE sql AS 'SELECT NULL::hstore';
