CREATE TABLE things (place bit varying(7), name tsvector NOT NULL);
CREATE TABLE big_things (CONSTRAINT big_things_key PRIMARY KEY (place, name)) INHERITS (things);
