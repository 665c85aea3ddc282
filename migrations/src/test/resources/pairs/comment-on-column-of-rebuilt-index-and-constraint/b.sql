create table t(id int, a int, constraint u unique (a, id), constraint c check (a > 1));
create index i on t(a, id);
comment on index i is 'kept';
comment on constraint u on t is 'kept';
comment on index u is 'index kept';
comment on constraint c on t is 'kept';
