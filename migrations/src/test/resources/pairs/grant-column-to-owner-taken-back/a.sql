CREATE ROLE keeper;
CREATE TABLE item (id int, name text);
GRANT UPDATE (name) ON item TO keeper WITH GRANT OPTION;
ALTER TABLE item OWNER TO keeper;
