CREATE FUNCTION is_code(word text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT word <> ''''';
CREATE FUNCTION is_code(t text, shortest int) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT length(t) > shortest';
CREATE DOMAIN code AS text CHECK (is_code(VALUE)) CHECK (is_code(VALUE, 1));
CREATE TABLE item (code code);
