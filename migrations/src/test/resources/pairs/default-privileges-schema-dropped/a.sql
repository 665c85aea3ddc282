create schema app;
alter default privileges in schema app grant select on tables to r_reader;
create table app.t(id int);
