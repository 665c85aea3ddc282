CREATE TABLE t (id int, a varchar(10) NOT NULL, b varchar(10)[], c varchar(10));
CREATE VIEW v AS SELECT a, c FROM t;
