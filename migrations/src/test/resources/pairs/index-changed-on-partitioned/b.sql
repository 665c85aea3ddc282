create table p(id int, at date, n text) partition by range (at);
create table p1 partition of p for values from ('2026-01-01') to ('2027-01-01');
create index p_id on p(id desc);
create index p_n on p(lower(n));
create index p1_only on p1 (n);
comment on index p_n is 'said';
