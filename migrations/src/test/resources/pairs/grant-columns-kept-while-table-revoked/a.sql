create table t(id int, a int);
grant select on t to r_reader;
grant select (a) on t to r_reader;
