CREATE SEQUENCE t_id_seq AS int;
CREATE TABLE t (b int DEFAULT nextval('t_id_seq'));
