create table t(id int, doc jsonb);
create index a on t(id) with (fillfactor = 80);
create index b on t(id) with (fillfactor = 75);
create index c on t using gin (doc) with (gin_pending_list_limit = 128);
