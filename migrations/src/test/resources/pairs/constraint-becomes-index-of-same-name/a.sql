create table t(a int, b int, constraint a_one unique (a));
create unique index b_one on t(b);
