create table t(a int, constraint up check (a > 0), constraint down check (a < 9) no inherit);
create table u(c int) inherits (t);
