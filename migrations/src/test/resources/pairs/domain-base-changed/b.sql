CREATE DOMAIN amount AS numeric(12,2) DEFAULT 1 CHECK (VALUE > 0);
CREATE TABLE bill (id int PRIMARY KEY, amount amount NOT NULL DEFAULT 5, amounts amount[], twice numeric GENERATED ALWAYS AS (amount * 2) STORED);
CREATE INDEX bill_amount ON bill (amount) WHERE amount > 3;
CREATE VIEW bills AS SELECT id, amount FROM bill;
COMMENT ON DOMAIN amount IS 'money';
GRANT USAGE ON DOMAIN amount TO pg_monitor;
CREATE FUNCTION doubled(a amount) RETURNS amount LANGUAGE sql AS 'SELECT a';
