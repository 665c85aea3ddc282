create schema app;
grant usage on schema app to r_reader;
create table app.t(id int);
grant select on app.t to r_reader;
revoke usage on schema public from public;
