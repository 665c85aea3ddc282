CREATE TABLE kind (id integer PRIMARY KEY);
CREATE TABLE whole (id integer, other integer, kind integer REFERENCES kind) PARTITION BY LIST (id);
CREATE TABLE part (id integer, other integer, kind integer);
