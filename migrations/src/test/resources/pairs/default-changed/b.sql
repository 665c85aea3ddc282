CREATE FUNCTION g() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE TABLE t (a int DEFAULT 2, b int DEFAULT g(), c int DEFAULT 3, d text, e timestamptz DEFAULT now() + '1 day'::interval, f int[] DEFAULT '{}', g text DEFAULT ('x' || 'y') COLLATE "C");
