CREATE TABLE t (id int, c text UNIQUE, h text, cs text[]);
CREATE VIEW v AS SELECT c FROM t WHERE c = 'a';
