CREATE DOMAIN code AS varchar(10) NOT NULL DEFAULT 'x' CHECK (VALUE ~ '^[a-z]+$');
COMMENT ON DOMAIN code IS 'c';
CREATE TABLE item (code code);
