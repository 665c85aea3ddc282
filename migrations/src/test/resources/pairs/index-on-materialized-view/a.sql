create table t(id int, n text);
create materialized view m as select id, n from t;
create unique index m_id on m(id);
comment on index m_id is 'for refresh';
