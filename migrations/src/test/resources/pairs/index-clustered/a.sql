create table t(id int primary key, b int);
create index t_b on t(b);
