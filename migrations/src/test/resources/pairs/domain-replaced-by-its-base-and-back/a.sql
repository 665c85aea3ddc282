CREATE DOMAIN d AS varchar(10) CHECK (VALUE <> '') DEFAULT 'x';
CREATE TABLE t (id int, a d NOT NULL, b d[], c varchar(10));
CREATE VIEW v AS SELECT a, c FROM t;
