CREATE TYPE color AS ENUM ('red', 'green');
CREATE TABLE t (id int PRIMARY KEY, a color DEFAULT 'red', b color[] DEFAULT '{red}', c text DEFAULT 'green');
CREATE INDEX t_a ON t (a) WHERE a = 'red';
INSERT INTO t VALUES (1);
