create table t(id int, doc jsonb);
create index a on t(id);
create index b on t(id) with (fillfactor = 70, deduplicate_items = off);
create index c on t using gin (doc) with (fastupdate = off);
