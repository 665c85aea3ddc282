CREATE TABLE things (id integer PRIMARY KEY, kind name DEFAULT 'plain', owner_id integer);
CREATE TABLE big_things (number bigint PRIMARY KEY, other_id integer, other_kind name) INHERITS (things);
ALTER TABLE big_things ADD CONSTRAINT known UNIQUE (id, kind);
ALTER TABLE big_things ADD CONSTRAINT other FOREIGN KEY (other_id, other_kind) REFERENCES big_things (id, kind);
CREATE TABLE orders (id integer PRIMARY KEY, thing bigint REFERENCES big_things (number));
