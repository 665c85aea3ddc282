create function f(int) returns int language sql as 'select 1';
create function f(text) returns int language sql as 'select 1';
create procedure p(int) language sql as 'select 1';
revoke execute on function f(int) from public;
grant execute on function f(int) to r_reader;
revoke execute on procedure p(int) from public;
grant execute on procedure p(int) to r_writer;
create function g(variadic text[]) returns int language sql as 'select 1';
revoke all on function g(text[]) from public;
