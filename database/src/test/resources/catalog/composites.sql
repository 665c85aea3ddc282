CREATE TYPE empty_type AS ();
CREATE TYPE inner_type AS (a int, b numeric(10,2)[], c text COLLATE "C");
CREATE TYPE outer_type AS (first inner_type, many inner_type[], "Odd Name" varchar(20));
ALTER TYPE outer_type DROP ATTRIBUTE many;
COMMENT ON TYPE outer_type IS 'a type';
COMMENT ON COLUMN outer_type."Odd Name" IS 'an attribute';
CREATE TABLE holders (one outer_type, many outer_type[]);
CREATE TABLE rows_of (holder holders);
