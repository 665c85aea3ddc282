alter default privileges grant usage on schemas to r_reader;
