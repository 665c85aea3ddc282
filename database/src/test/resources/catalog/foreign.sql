CREATE EXTENSION file_fdw;
CREATE SERVER files FOREIGN DATA WRAPPER file_fdw;
CREATE FOREIGN TABLE lines (id int NOT NULL, line text OPTIONS (force_not_null 'true') COLLATE "C", CHECK (id > 0)) SERVER files OPTIONS (filename '/dev/null', format 'csv');
CREATE FOREIGN DATA WRAPPER nothing OPTIONS (debug 'true');
CREATE SERVER nowhere TYPE 'x' VERSION '1' FOREIGN DATA WRAPPER nothing OPTIONS (host 'h', password 'hidden');
CREATE USER MAPPING FOR PUBLIC SERVER nowhere;
COMMENT ON FOREIGN TABLE lines IS 'of a file';
COMMENT ON SERVER files IS 'a server';
CREATE VIEW line_view AS SELECT line FROM lines;
