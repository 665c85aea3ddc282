create function ok(n int) returns boolean language sql immutable as 'select n > 1';
create table t(a int, constraint good check (ok(a)));
