create table t(id int, a int);
grant select (a) on t to r_reader;
