CREATE TABLE people (id integer);
CREATE TABLE pupils (grade integer) INHERITS (people);
