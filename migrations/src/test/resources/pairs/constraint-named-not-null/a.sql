create table t(a int, b int constraint b_there not null, c int);
