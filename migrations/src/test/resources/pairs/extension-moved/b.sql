CREATE SCHEMA ext;
CREATE EXTENSION citext SCHEMA ext;
CREATE EXTENSION pg_trgm;
CREATE TABLE t (id int, name ext.citext DEFAULT 'a');
CREATE INDEX t_name ON t USING gin ((name::text) gin_trgm_ops);
