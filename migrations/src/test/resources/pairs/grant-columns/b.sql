create table t(id int, a int, b int);
grant select (id, b) on t to r_reader;
grant update (a) on t to r_writer with grant option;
grant select (a) on t to r_writer;
grant insert (a), references (b) on t to r_admin;
