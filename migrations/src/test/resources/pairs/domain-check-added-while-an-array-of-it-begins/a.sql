CREATE DOMAIN code AS text;
CREATE DOMAIN level AS integer;
CREATE TABLE part (codes text[] NOT NULL, first code, level integer);
