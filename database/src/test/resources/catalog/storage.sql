CREATE TABLE stored (id int PRIMARY KEY, name text NOT NULL, body text)
    WITH (fillfactor = 70, autovacuum_enabled = off, toast.autovacuum_enabled = 0, autovacuum_vacuum_scale_factor = 0.05);
ALTER TABLE stored REPLICA IDENTITY FULL;
CREATE TABLE by_index (id int, code text NOT NULL);
CREATE UNIQUE INDEX by_index_code ON by_index (code);
ALTER TABLE by_index REPLICA IDENTITY USING INDEX by_index_code;
CREATE TABLE by_nothing (id int);
ALTER TABLE by_nothing REPLICA IDENTITY NOTHING;
CREATE TABLE by_key (id int PRIMARY KEY);
ALTER TABLE by_key REPLICA IDENTITY USING INDEX by_key_pkey;
CREATE TABLE in_order (id int PRIMARY KEY WITH (fillfactor = 80), name text UNIQUE);
ALTER TABLE in_order CLUSTER ON in_order_name_key;
CREATE UNLOGGED TABLE lost (id int);
