CREATE DOMAIN email AS text COLLATE "C" CONSTRAINT has_at CHECK (VALUE ~ '@') NOT NULL DEFAULT 'a@b';
CREATE DOMAIN small AS numeric(5,2) CHECK (VALUE > 0) CONSTRAINT "Not Much" CHECK (VALUE < 100);
CREATE DOMAIN tags AS text[] DEFAULT '{}';
CREATE DOMAIN smaller AS small CHECK (VALUE < 10);
CREATE DOMAIN state AS varchar(10) CHECK (VALUE IN ('on', 'off'));
ALTER DOMAIN tags ADD CONSTRAINT few CHECK (cardinality(VALUE) < 9) NOT VALID;
COMMENT ON DOMAIN email IS 'an address';
COMMENT ON CONSTRAINT has_at ON DOMAIN email IS 'a sign';
CREATE TABLE uses (e email, s small[], t tags, x smaller DEFAULT 1, st state);
