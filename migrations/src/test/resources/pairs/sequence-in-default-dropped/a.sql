CREATE SEQUENCE s;
CREATE SEQUENCE s2;
CREATE TABLE t (id int DEFAULT nextval('s'), b text DEFAULT 'x' || nextval('s2'));
