create table t(id int, u int);
create index one on t(id);
create index two on t(id);
create index held on t(u);
create table s(id int);
create index free on s(id);
