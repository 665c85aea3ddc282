CREATE TABLE animal (name text);
CREATE TABLE cat (name text, number integer NOT NULL);
