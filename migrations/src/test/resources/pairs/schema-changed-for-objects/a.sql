create schema one;
create schema two;
create table one.t(id int primary key, n text);
create view one.v as select id from one.t;
create type one.mood as enum ('a');
