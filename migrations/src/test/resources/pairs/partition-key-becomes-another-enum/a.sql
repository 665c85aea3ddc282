CREATE TYPE state AS ENUM ('new', 'paid', 'lost', 'done');
CREATE DOMAIN code AS text;
CREATE TABLE job (id bigint GENERATED ALWAYS AS IDENTITY, state state NOT NULL, code code, PRIMARY KEY (id, state)) PARTITION BY LIST (state);
CREATE TABLE job_open PARTITION OF job FOR VALUES IN ('new', 'paid');
CREATE TABLE job_done PARTITION OF job FOR VALUES IN ('done');
CREATE VIEW open_job AS SELECT id FROM job WHERE state <> 'done';
