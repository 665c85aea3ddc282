create table q(id int primary key);
create table p(id int, at date, q int constraint p_q references q(id)) partition by range (at);
create table p1 partition of p for values from ('2026-01-01') to ('2027-01-01');
create table p2 partition of p for values from ('2027-01-01') to ('2028-01-01');
alter table p2 add constraint p2_more check (id > 0);
