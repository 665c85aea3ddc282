create table t(a int, b int);
alter table t add constraint b_there not null b no inherit;
create table u(c int) inherits (t);
