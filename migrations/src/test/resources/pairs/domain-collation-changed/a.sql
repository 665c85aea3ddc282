CREATE DOMAIN code AS text COLLATE "C";
CREATE TABLE item (id int PRIMARY KEY, code code UNIQUE);
