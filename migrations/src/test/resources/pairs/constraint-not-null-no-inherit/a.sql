create table t(a int, b int not null);
create table u(c int) inherits (t);
