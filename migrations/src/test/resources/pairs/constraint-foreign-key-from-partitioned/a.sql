create table q(id int primary key);
create table p(id int, at date, q int) partition by range (at);
create table p1 partition of p for values from ('2026-01-01') to ('2027-01-01');
