CREATE TABLE t (id int PRIMARY KEY, a text COLLATE "C", b text, c varchar(20) COLLATE "POSIX" DEFAULT 'y');
CREATE INDEX t_a ON t (a);
CREATE VIEW v AS SELECT a FROM t;
INSERT INTO t VALUES (1, 'a', 'b');
