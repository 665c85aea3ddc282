alter default privileges in schema public grant select, insert on tables to r_reader with grant option;
alter default privileges revoke execute on functions from public;
alter default privileges revoke usage on types from public;
alter default privileges grant usage on schemas to r_writer;
alter default privileges for role r_admin in schema public grant usage on sequences to r_writer;
