create function norm(text) returns text language sql immutable as 'select lower($1)';
create table t(n text);
create index t_norm on t(norm(n));
