CREATE TABLE shelves (code integer NOT NULL, label integer, above integer);
ALTER TABLE shelves ADD CONSTRAINT shelves_code UNIQUE (code) INCLUDE (label);
ALTER TABLE shelves ADD CONSTRAINT shelves_above FOREIGN KEY (above) REFERENCES shelves (code);
CREATE TABLE books (shelf integer);
CREATE UNIQUE INDEX shelves_again ON shelves (code, above) INCLUDE (label);
ALTER TABLE books ADD CONSTRAINT books_shelf FOREIGN KEY (shelf) REFERENCES shelves (code);
