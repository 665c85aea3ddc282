CREATE DOMAIN code AS text CHECK (VALUE <> 'nothing');
CREATE DOMAIN level AS integer NOT NULL CHECK (VALUE > 0);
CREATE TYPE reading AS (level level, note text);
CREATE TABLE part (codes code[] NOT NULL, first code, level integer, readings reading[]);
CREATE TABLE more (reading reading);
