CREATE DOMAIN email AS text CHECK (VALUE LIKE '%@%');
CREATE DOMAIN plain AS text;
CREATE TABLE t (id int PRIMARY KEY, a text, b text DEFAULT 'x', c varchar(10));
INSERT INTO t VALUES (1, 'a@b');
