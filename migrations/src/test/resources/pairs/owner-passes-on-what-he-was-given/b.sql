CREATE ROLE former_owner;
CREATE SCHEMA area;
GRANT ALL ON SCHEMA area TO former_owner WITH GRANT OPTION;
CREATE TABLE area.item (id int, name text);
GRANT SELECT ON area.item TO former_owner WITH GRANT OPTION;
GRANT UPDATE (name) ON area.item TO former_owner WITH GRANT OPTION;
