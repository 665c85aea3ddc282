CREATE TABLE reading (id integer, value integer) WITH (fillfactor = 80);
CREATE TABLE sample (id integer);
