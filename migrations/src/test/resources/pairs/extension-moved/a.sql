CREATE SCHEMA ext;
CREATE EXTENSION citext;
CREATE EXTENSION pg_trgm SCHEMA ext;
CREATE TABLE t (id int, name citext DEFAULT 'a');
CREATE INDEX t_name ON t USING gin ((name::text) ext.gin_trgm_ops);
