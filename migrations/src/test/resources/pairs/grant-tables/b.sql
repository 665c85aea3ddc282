create table t(id int, a int, b int);
grant select on t to r_reader with grant option;
grant select, delete on t to r_writer;
grant select on t to public;
