CREATE TYPE color AS ENUM ('red', 'green');
CREATE TABLE t (id int PRIMARY KEY, a text DEFAULT 'red', b text[] DEFAULT '{red}', c color DEFAULT 'green');
CREATE INDEX t_a ON t (a) WHERE a = 'red';
INSERT INTO t VALUES (1);
