create table t(id int);
create view v as select id from t;
create sequence s;
create function f() returns int language sql as 'select 1';
create type mood as enum ('a');
create schema app;
create table app.x(id serial);
alter table app.x owner to r_admin;
alter schema app owner to r_writer;
