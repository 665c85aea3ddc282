create table p(id int primary key);
create table t(id int primary key, b int);
create index t_b on t(b);
