CREATE TYPE one AS ENUM ('b', 'a');
CREATE TYPE two AS ENUM ('y', 'x', 'z');
CREATE TYPE both_of AS (one one, two two);
CREATE TABLE t (b both_of, o one, t two, bs both_of[]);
CREATE FUNCTION f(b both_of) RETURNS one LANGUAGE sql AS 'SELECT b.one';
CREATE CAST (both_of AS one) WITH FUNCTION f(both_of);
