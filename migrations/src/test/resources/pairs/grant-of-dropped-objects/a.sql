create table gone(id int, a int);
grant select on gone to r_reader;
grant update (a) on gone to r_writer;
create table t(id int, a int);
grant select (a) on t to r_reader;
create function f() returns int language sql as 'select 1';
grant execute on function f() to r_reader;
create schema s;
grant usage on schema s to r_reader;
