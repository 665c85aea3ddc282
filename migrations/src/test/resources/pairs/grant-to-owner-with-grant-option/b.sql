CREATE ROLE grant_to_owner_with_grant_option;
CREATE SCHEMA s;
CREATE TABLE s.t (id bigint);
ALTER SCHEMA s OWNER TO grant_to_owner_with_grant_option;
GRANT ALL ON SCHEMA s TO grant_to_owner_with_grant_option WITH GRANT OPTION;
GRANT SELECT ON s.t TO grant_to_owner_with_grant_option WITH GRANT OPTION;
