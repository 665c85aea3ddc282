create table t(id int, a int, b int);
grant select on t to r_reader;
grant select, insert, update on t to r_writer;
grant all on t to r_admin;
