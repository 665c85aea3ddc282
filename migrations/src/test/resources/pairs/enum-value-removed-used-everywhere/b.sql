CREATE TYPE status AS ENUM ('new', 'gone');
CREATE TABLE job (
    id int PRIMARY KEY,
    status status NOT NULL DEFAULT 'new',
    note text DEFAULT 'new'::status::text,
    is_new boolean GENERATED ALWAYS AS (status = 'new'::status) STORED,
    CONSTRAINT not_gone CHECK (status <> 'gone' OR id > 0)
);
CREATE INDEX job_gone ON job (id) WHERE status = 'gone';
CREATE INDEX job_case ON job ((status = 'new'));
CREATE VIEW news AS SELECT id, status FROM job WHERE status = 'new';
CREATE VIEW more_news AS SELECT * FROM news;
CREATE MATERIALIZED VIEW counted AS SELECT status, count(*) AS jobs FROM more_news GROUP BY status;
CREATE UNIQUE INDEX counted_status ON counted (status);
COMMENT ON VIEW news IS 'new ones';
COMMENT ON COLUMN more_news.status IS 'always new';
GRANT SELECT ON more_news TO pg_monitor;
ALTER TABLE job ENABLE ROW LEVEL SECURITY;
CREATE POLICY visible ON job USING (status <> 'gone');
CREATE FUNCTION ranking(s status, other status[]) RETURNS status LANGUAGE sql IMMUTABLE AS 'SELECT s';
GRANT EXECUTE ON FUNCTION ranking(status, status[]) TO pg_monitor;
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER touched BEFORE UPDATE OF status ON job FOR EACH ROW WHEN (NEW.status = 'gone' AND OLD.status <> 'gone') EXECUTE FUNCTION touch();
CREATE TABLE ranked (id int, status status DEFAULT ranking('new', '{}'), CHECK (ranking(status, NULL) = 'new'));
CREATE RULE no_delete AS ON DELETE TO job WHERE OLD.status = 'new' DO INSTEAD NOTHING;
CREATE FUNCTION best() RETURNS SETOF status LANGUAGE sql BEGIN ATOMIC SELECT 'new'::status; END;
