-- Tables that inherit: from one, from two, over two levels, with columns that both declare.
CREATE TABLE cities (name text NOT NULL, population real CHECK (population >= 0), elevation integer DEFAULT 0);
CREATE TABLE capitals (state char(2) UNIQUE NOT NULL) INHERITS (cities);
CREATE TABLE named (name text NOT NULL, alias text);
CREATE TABLE towns (mayor text, elevation integer DEFAULT 5) INHERITS (cities, named);
CREATE TABLE villages (inhabitants integer) INHERITS (towns);
ALTER TABLE cities ADD CONSTRAINT only_here CHECK (name <> '') NO INHERIT;
ALTER TABLE capitals ADD CONSTRAINT capitals_pkey PRIMARY KEY (name);
CREATE INDEX ON cities (elevation);
CREATE INDEX ON towns (elevation);
COMMENT ON COLUMN towns.name IS 'of the town';
-- one that was made alone and adopted later, its columns are its own too
CREATE TABLE hamlets (elevation integer DEFAULT 0, name text NOT NULL, population real CHECK (population >= 0), extra text);
ALTER TABLE hamlets ADD CONSTRAINT cities_population_check CHECK (population >= 0);
ALTER TABLE hamlets INHERIT cities;
CREATE TABLE ledger (id serial PRIMARY KEY, amount numeric GENERATED ALWAYS AS (1 + 1) STORED);
CREATE TABLE ledger_archive () INHERITS (ledger);
