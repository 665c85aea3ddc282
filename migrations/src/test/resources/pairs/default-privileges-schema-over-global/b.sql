alter default privileges revoke execute on functions from public;
create schema open;
alter default privileges in schema open grant execute on functions to public;
create function open.f() returns int language sql as 'select 1';
create function shut() returns int language sql as 'select 1';
