create schema one;
create schema two;
create table two.t(id int primary key, n text);
create view two.v as select id from two.t;
create type two.mood as enum ('a');
