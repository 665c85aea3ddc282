create table t(id int primary key, a int);
comment on table t is 'one';
comment on column t.a is 'one';
comment on constraint t_pkey on t is 'one';
create view v as select id from t;
comment on view v is 'one';
create function f() returns int language sql as 'select 1';
comment on function f() is 'one';
