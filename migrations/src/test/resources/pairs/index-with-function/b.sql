create function norm(x text) returns text language sql immutable as 'select upper(x)';
create table t(n text);
create index t_norm on t(norm(n));
