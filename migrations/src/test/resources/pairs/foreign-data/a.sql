CREATE EXTENSION postgres_fdw;
CREATE SERVER remote FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'h', dbname 'd');
CREATE FOREIGN TABLE far (id int OPTIONS (column_name 'x'), a text) SERVER remote OPTIONS (table_name 't');
CREATE VIEW near AS SELECT id FROM far;
