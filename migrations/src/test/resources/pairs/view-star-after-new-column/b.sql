CREATE TABLE t (id int, z int, a int);
CREATE VIEW v AS SELECT * FROM t;
