CREATE TYPE x AS (a int);
CREATE TABLE y (x x);
