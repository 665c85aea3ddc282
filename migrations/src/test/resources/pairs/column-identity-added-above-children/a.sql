CREATE TABLE base (name text);
CREATE TABLE below (more text) INHERITS (base);
INSERT INTO base VALUES ('one'), ('two');
INSERT INTO below VALUES ('three', 'more');
