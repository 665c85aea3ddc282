CREATE DOMAIN status AS text CHECK (VALUE IN ('new', 'old'));
CREATE TABLE job (id int PRIMARY KEY, status status NOT NULL DEFAULT 'new');
