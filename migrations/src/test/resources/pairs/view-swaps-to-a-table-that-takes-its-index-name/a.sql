CREATE TABLE one (id integer, name text);
CREATE INDEX by_name ON one (name);
CREATE VIEW thing AS SELECT id, name FROM one;
