alter default privileges revoke execute on functions from public;
create schema open;
alter default privileges in schema open grant execute on functions to public;
