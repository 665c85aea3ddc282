create table t(id int, a int, b int);
create index one on t(a);
create index two on t(a, b);
create index three on t(b) where a > 0;
create index four on t((a + b));
