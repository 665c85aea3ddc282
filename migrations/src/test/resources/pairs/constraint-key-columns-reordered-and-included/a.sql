create table t(a int not null, b int not null, c int, d text, constraint t_pk primary key (a, b), constraint t_c unique (c));
