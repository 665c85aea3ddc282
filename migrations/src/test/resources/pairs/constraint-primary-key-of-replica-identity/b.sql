create table t(id int not null, b int not null constraint t_b unique, constraint t_pk primary key (id, b));
alter table t replica identity using index t_pk;
