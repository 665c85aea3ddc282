create function ok(int, boolean) returns boolean language sql immutable as 'select $1 > 0 and $2';
create table t(a int, constraint good check (ok(a, true)));
