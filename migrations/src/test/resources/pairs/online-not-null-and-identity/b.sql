CREATE TABLE people (id integer GENERATED ALWAYS AS IDENTITY, name text);
