CREATE TABLE tree (id integer UNIQUE, parent integer) PARTITION BY LIST (id);
CREATE TABLE rest PARTITION OF tree DEFAULT;
ALTER TABLE tree ADD CONSTRAINT of_parent FOREIGN KEY (parent) REFERENCES tree (id);
