create table t(id int, b int);
create index t_b on t((b + id));
