CREATE TABLE t (id int PRIMARY KEY, a int DEFAULT 7, b uuid NOT NULL, c int[], d date);
