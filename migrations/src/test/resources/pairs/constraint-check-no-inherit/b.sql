create table t(a int, constraint up check (a > 0) no inherit, constraint down check (a < 9));
create table u(c int) inherits (t);
