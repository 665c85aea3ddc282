CREATE TABLE base (id integer);
CREATE TABLE item (name text) INHERITS (base);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER item_touch BEFORE UPDATE ON item FOR EACH ROW EXECUTE FUNCTION touch();
CREATE VIEW item_change AS SELECT now() AS changed_at FROM item;
