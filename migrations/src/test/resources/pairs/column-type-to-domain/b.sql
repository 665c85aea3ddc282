CREATE DOMAIN email AS text CHECK (VALUE LIKE '%@%');
CREATE DOMAIN plain AS text;
CREATE TABLE t (id int PRIMARY KEY, a email, b plain DEFAULT 'x', c plain);
INSERT INTO t VALUES (1, 'a@b');
