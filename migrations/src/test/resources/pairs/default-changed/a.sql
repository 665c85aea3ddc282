CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE TABLE t (a int DEFAULT 1, b int DEFAULT f(), c int, d text DEFAULT 'x', e timestamptz DEFAULT now(), f int[] DEFAULT ARRAY[1,2], g text DEFAULT CURRENT_USER);
