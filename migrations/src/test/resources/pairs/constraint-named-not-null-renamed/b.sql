create table t(a int not null, b int constraint b_there not null);
