CREATE TYPE point3 AS (x int, y int, z int);
CREATE TABLE place (id int PRIMARY KEY, at point3 NOT NULL DEFAULT ROW(1, 2, 3));
CREATE VIEW ats AS SELECT (at).x AS x FROM place;
