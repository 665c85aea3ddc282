CREATE TABLE cities (name text NOT NULL, population int DEFAULT 0, CHECK (population >= 0));
CREATE TABLE capitals (state char(2), UNIQUE (state)) INHERITS (cities);
CREATE TABLE others (name text NOT NULL, extra int);
CREATE TABLE both_of (own int) INHERITS (cities, others);
CREATE TABLE local_too (name text NOT NULL, own int, CHECK (own > 0)) INHERITS (cities);
ALTER TABLE capitals ALTER population SET DEFAULT 1;
COMMENT ON COLUMN capitals.name IS 'inherited';
