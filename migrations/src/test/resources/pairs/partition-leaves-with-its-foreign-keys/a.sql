CREATE TABLE kind (id integer PRIMARY KEY);
CREATE TABLE whole (id integer UNIQUE, other integer REFERENCES whole (id), kind integer REFERENCES kind, CHECK (kind > 0)) PARTITION BY LIST (id);
CREATE TABLE part PARTITION OF whole FOR VALUES IN (1, 2);
