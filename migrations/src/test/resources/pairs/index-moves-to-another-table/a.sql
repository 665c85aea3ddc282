create table t(id int);
create table u(id int);
create index i on t(id);
