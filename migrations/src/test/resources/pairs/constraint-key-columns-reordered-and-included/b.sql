create table t(a int not null, b int not null, c int, d text, constraint t_pk primary key (b, a) include (d), constraint t_c unique nulls not distinct (c) include (d));
