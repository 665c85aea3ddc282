create schema app;
grant usage, create on schema app to r_writer;
create table app.t(id int);
grant select on all tables in schema app to r_writer;
create schema extra;
grant usage on schema extra to public;
