CREATE TABLE people (id integer, code uuid NOT NULL DEFAULT gen_random_uuid(), seen timestamptz DEFAULT clock_timestamp(), made timestamptz NOT NULL DEFAULT now(), CONSTRAINT people_code UNIQUE (code));
CREATE TABLE pupils (grade integer) INHERITS (people);
