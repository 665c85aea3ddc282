create table t(id int, b int);
create index t_b on t((b + id));
alter index t_b alter column 1 set statistics 500;
