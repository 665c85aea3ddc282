CREATE TYPE status AS ENUM ('a', 'b');
CREATE DOMAIN any_of AS status;
CREATE FUNCTION f(s status DEFAULT 'a') RETURNS text LANGUAGE sql AS 'SELECT s::text';
CREATE TABLE t (id int, s status, o any_of);
