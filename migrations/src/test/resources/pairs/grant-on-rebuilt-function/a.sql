create function f(int) returns int language sql as 'select 1';
revoke execute on function f(int) from public;
grant execute on function f(int) to r_reader;
comment on function f(int) is 'said';
alter function f(int) owner to r_admin;
create table t(a int default f(1));
