CREATE TABLE t (id serial, b int);
CREATE TABLE u (id int);
