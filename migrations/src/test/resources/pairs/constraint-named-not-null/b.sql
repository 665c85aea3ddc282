create table t(a int constraint a_there not null, b int, c int not null);
comment on constraint a_there on t is 'must be';
