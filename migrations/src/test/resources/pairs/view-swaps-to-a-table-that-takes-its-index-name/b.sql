CREATE TABLE two (id integer, name text, CONSTRAINT by_name UNIQUE (name));
CREATE VIEW thing AS SELECT id, name FROM two;
