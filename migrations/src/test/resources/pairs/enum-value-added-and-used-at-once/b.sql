CREATE TYPE status AS ENUM ('queued', 'new', 'done', 'it''s \lost');
CREATE TABLE job (id int PRIMARY KEY, status status NOT NULL DEFAULT 'queued', CHECK (status <> 'it''s \lost'));
CREATE INDEX job_queued ON job (id) WHERE status = 'queued';
CREATE VIEW queued AS SELECT id FROM job WHERE status = 'queued';
CREATE MATERIALIZED VIEW counted AS SELECT 'queued'::status AS status, count(*) AS jobs FROM job;
CREATE FUNCTION is_queued(s status) RETURNS boolean LANGUAGE sql IMMUTABLE BEGIN ATOMIC SELECT s = 'queued'::status; END;
