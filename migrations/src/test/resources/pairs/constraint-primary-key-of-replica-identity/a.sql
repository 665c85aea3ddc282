create table t(id int not null constraint t_pk primary key, b int not null constraint t_b unique);
alter table t replica identity using index t_pk;
