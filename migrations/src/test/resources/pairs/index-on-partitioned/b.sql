create table p(id int, at date, n text) partition by range (at);
create table p1 partition of p for values from ('2026-01-01') to ('2027-01-01');
create table p2 partition of p for values from ('2027-01-01') to ('2028-01-01') partition by list (n);
create table p2a partition of p2 for values in ('a');
create index p_id on p(id);
create unique index p_u on p(id, at, n);
create index only_p1 on p1(n);
