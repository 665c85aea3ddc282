CREATE TYPE point3 AS (x int, y int, z int);
CREATE TABLE place (id int PRIMARY KEY, at point3, path point3[]);
CREATE VIEW ats AS SELECT (at).x AS x, (at).y AS y FROM place;
CREATE INDEX place_x ON place (((at).x));
ALTER TABLE place ADD CONSTRAINT positive CHECK ((at).x > 0);
COMMENT ON TYPE point3 IS 'three';
COMMENT ON COLUMN point3.x IS 'ex';
