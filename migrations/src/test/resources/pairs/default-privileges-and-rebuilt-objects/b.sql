alter default privileges in schema public grant select on tables to r_reader;
alter default privileges revoke execute on functions from public;
create table t(id int, a int);
create view v as select a, id from t;
revoke select on v from r_reader;
create view w as select a from v;
create function f(int) returns bigint language sql as 'select 1::bigint';
grant execute on function f(int) to public;
