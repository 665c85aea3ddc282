create table p(id int, at date, k int, constraint p_pk primary key (id, at), constraint p_u unique (k, at)) partition by range (at);
create table p1 partition of p for values from ('2026-01-01') to ('2027-01-01');
create table p2 partition of p for values from ('2027-01-01') to ('2028-01-01');
alter table p2 add constraint extra check (k > 0);
