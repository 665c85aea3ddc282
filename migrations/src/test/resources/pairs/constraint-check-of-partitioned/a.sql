create table p(id int, at date, constraint pos check (id > 0)) partition by range (at);
create table p1 partition of p for values from ('2026-01-01') to ('2027-01-01');
alter table p1 add constraint own check (id < 100);
