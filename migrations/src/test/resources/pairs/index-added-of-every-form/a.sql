create extension pg_trgm;
create table t(id int, name text, tags text[], doc jsonb, at timestamptz, spot point);
