CREATE TABLE t (id int, b text DEFAULT 'y');
