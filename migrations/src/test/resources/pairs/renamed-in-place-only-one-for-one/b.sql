create table t(id int, u int);
create index three on t(id);
create index four on t(id);
create index free on t(u);
create table s(id int);
create index held on s(id);
