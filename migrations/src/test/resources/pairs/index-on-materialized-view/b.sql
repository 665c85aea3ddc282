create table t(id int, n text);
create materialized view m as select id, n, upper(n) as u from t;
create unique index m_id on m(id);
create index m_u on m(u) with (fillfactor = 50);
comment on index m_id is 'for refresh';
