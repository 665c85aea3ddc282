create sequence s;
create type mood as enum ('a', 'b');
create domain d as int;
create type pair as (a int, b int);
grant usage on sequence s to r_reader;
grant usage on type mood to r_reader;
