create table t(a int, b int, constraint b_one unique (b));
create unique index a_one on t(a);
