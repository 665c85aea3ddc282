create table p(id int primary key, code int unique);
create table t(id int primary key, a int, b int, constraint a_b unique (a, b), constraint sum check (a + b < 10), constraint f foreign key (a) references p(code));
create index t_b on t(b) where a > 0;
