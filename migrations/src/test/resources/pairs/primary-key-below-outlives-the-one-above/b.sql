CREATE TABLE upper (id integer);
CREATE TABLE middle () INHERITS (upper);
CREATE TABLE lower () INHERITS (middle);
ALTER TABLE lower ADD PRIMARY KEY (id);
