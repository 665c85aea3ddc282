create table t(id int primary key, a int);
comment on table t is 'two';
comment on column t.id is 'two';
comment on constraint t_pkey on t is 'two $$';
create view v as select id from t;
comment on view v is 'two';
create function f() returns int language sql as 'select 2';
comment on function f() is 'two';
