create table t(id int);
grant select, insert on t to r_reader;
grant update on t to r_reader with grant option;
create function f() returns int language sql as 'select 1';
grant execute on function f() to r_reader with grant option;
