CREATE TYPE state AS ENUM ('done', 'paid', 'new');
CREATE DOMAIN code AS character varying(10);
CREATE TABLE job (id bigint GENERATED ALWAYS AS IDENTITY, state state NOT NULL, code code, PRIMARY KEY (id, state)) PARTITION BY LIST (state);
CREATE TABLE job_open PARTITION OF job FOR VALUES IN ('new', 'paid');
CREATE TABLE job_done PARTITION OF job FOR VALUES IN ('done');
CREATE VIEW open_job AS SELECT id FROM job WHERE state <> 'done';
