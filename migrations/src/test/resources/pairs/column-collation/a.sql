CREATE TABLE t (id int PRIMARY KEY, a text, b text COLLATE "C", c varchar(10) COLLATE "C" DEFAULT 'x');
CREATE INDEX t_a ON t (a);
CREATE VIEW v AS SELECT a FROM t;
INSERT INTO t VALUES (1, 'a', 'b');
