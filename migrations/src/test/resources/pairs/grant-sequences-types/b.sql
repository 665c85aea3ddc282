create sequence s;
create type mood as enum ('a', 'b');
create domain d as int;
create type pair as (a int, b int);
grant select, update on sequence s to r_reader;
revoke usage on type mood from public;
revoke usage on domain d from public;
grant usage on domain d to r_reader;
revoke usage on type pair from public;
