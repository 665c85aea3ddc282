alter default privileges in schema public grant select on tables to r_reader;
alter default privileges in schema public grant usage on sequences to r_reader;
alter default privileges revoke execute on functions from public;
