CREATE FUNCTION is_code(t text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT t <> ''''';
CREATE DOMAIN code AS text CHECK (is_code(VALUE));
CREATE TABLE item (code code);
