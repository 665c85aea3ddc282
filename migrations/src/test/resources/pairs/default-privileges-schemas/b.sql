alter default privileges grant usage on schemas to r_reader;
create schema one;
create schema two;
revoke usage on schema two from r_reader;
