CREATE TYPE status AS ENUM ('b', 'a');
CREATE TABLE t (id int, one status NOT NULL DEFAULT 'b', two status, four status, five status[] DEFAULT '{a}');
CREATE INDEX t_one ON t (two, one);
