create table t(id int, a int, b int);
grant select (id, a) on t to r_reader;
grant update (a) on t to r_writer;
grant select on t to r_writer;
