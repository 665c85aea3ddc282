alter default privileges in schema public grant select on tables to r_reader;
alter default privileges revoke execute on functions from public;
create table t(id int, a int);
create view v as select id, a from t;
revoke select on v from r_reader;
create view w as select a from v;
create function f(int) returns int language sql as 'select 1';
grant execute on function f(int) to public;
