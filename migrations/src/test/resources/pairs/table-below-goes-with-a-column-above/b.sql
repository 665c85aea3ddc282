CREATE TABLE things (id integer PRIMARY KEY, owner_id integer);
CREATE TABLE orders (id integer PRIMARY KEY, thing integer);
