CREATE TABLE reading (id integer, value integer[]) WITH (toast.autovacuum_enabled = false, fillfactor = 90);
CREATE TABLE sample (id integer, body text) WITH (toast.autovacuum_vacuum_threshold = 100);
