CREATE TABLE people (id integer PRIMARY KEY, shown varchar(40));
