create schema app authorization r_admin;
comment on schema app is 'new';
grant usage on schema app to r_reader;
alter default privileges for role r_admin in schema app grant select on tables to r_reader;
create table app.t(id int);
alter table app.t owner to r_admin;
grant select on app.t to r_reader;
create table t(id int);
