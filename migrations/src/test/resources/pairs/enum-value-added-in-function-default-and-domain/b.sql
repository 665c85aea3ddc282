CREATE TYPE status AS ENUM ('a', 'b', 'c');
CREATE DOMAIN any_of AS status DEFAULT 'c' CHECK (VALUE <> 'c');
CREATE FUNCTION f(s status DEFAULT 'c') RETURNS text LANGUAGE sql AS 'SELECT s::text';
CREATE TABLE t (id int, s status, o any_of, g boolean GENERATED ALWAYS AS (s = 'c') STORED);
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON t USING (s <> 'c');
