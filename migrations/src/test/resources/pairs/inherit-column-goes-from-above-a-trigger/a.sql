CREATE TABLE base (id integer, changed_at timestamptz NOT NULL);
CREATE TABLE item (name text) INHERITS (base);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER item_touch BEFORE UPDATE OF changed_at ON item FOR EACH ROW WHEN (NEW.changed_at IS NOT NULL) EXECUTE FUNCTION touch();
CREATE VIEW item_change AS SELECT changed_at FROM item;
