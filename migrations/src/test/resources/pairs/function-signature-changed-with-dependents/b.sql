CREATE FUNCTION shout(said text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT upper(said)';
CREATE FUNCTION is_mine(who int) RETURNS boolean LANGUAGE sql STABLE AS 'SELECT true';
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.id := 1; RETURN NEW; END';
CREATE TABLE note (
    id int PRIMARY KEY, owner int, body text DEFAULT shout('a'),
    loud text GENERATED ALWAYS AS (shout(body)) STORED,
    CONSTRAINT loud_enough CHECK (shout(body) <> '')
);
COMMENT ON COLUMN note.loud IS 'computed';
COMMENT ON CONSTRAINT loud_enough ON note IS 'c';
CREATE INDEX note_loud ON note (shout(body));
CREATE INDEX note_loud_2 ON note (loud);
COMMENT ON INDEX note_loud IS 'i';
CREATE VIEW notes AS SELECT id, shout(body) AS body FROM note;
COMMENT ON VIEW notes IS 'v';
GRANT SELECT, INSERT ON notes TO pg_monitor;
CREATE VIEW more_notes AS SELECT * FROM notes;
CREATE MATERIALIZED VIEW kept AS SELECT * FROM more_notes WITH NO DATA;
CREATE INDEX kept_id ON kept (id);
ALTER TABLE note ENABLE ROW LEVEL SECURITY;
CREATE POLICY mine ON note USING (is_mine(owner)) WITH CHECK (is_mine(owner));
COMMENT ON POLICY mine ON note IS 'p';
CREATE TRIGGER touched BEFORE INSERT ON note FOR EACH ROW WHEN (is_mine(NEW.owner)) EXECUTE FUNCTION touch();
COMMENT ON TRIGGER touched ON note IS 't';
CREATE FUNCTION whisper(w text) RETURNS text LANGUAGE sql IMMUTABLE RETURN lower(shout(w));
CREATE AGGREGATE all_shouted(text) (SFUNC = textcat, STYPE = text, FINALFUNC = shout, INITCOND = '');
COMMENT ON AGGREGATE all_shouted(text) IS 'agg';
CREATE OPERATOR !! (RIGHTARG = text, FUNCTION = shout);
CREATE VIEW operated AS SELECT !! body AS b, (SELECT all_shouted(body) FROM note) AS c FROM note;
