CREATE TABLE things (place bit varying(7), name int4range NOT NULL);
