create table t(id int, b int);
create index two on t(b);
