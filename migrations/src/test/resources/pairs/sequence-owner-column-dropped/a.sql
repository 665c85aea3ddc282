CREATE TABLE t (id serial, b int DEFAULT 3);
