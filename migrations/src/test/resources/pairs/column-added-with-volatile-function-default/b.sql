CREATE FUNCTION make_code() RETURNS text LANGUAGE sql VOLATILE AS $$ SELECT 'x' || random() $$;
CREATE TABLE t (id int PRIMARY KEY, code text NOT NULL DEFAULT make_code());
INSERT INTO t VALUES (1), (2);
