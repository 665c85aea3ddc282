alter default privileges in schema public grant select on tables to r_reader;
alter default privileges grant execute on functions to r_reader;
alter default privileges for role r_admin grant usage on sequences to r_reader;
