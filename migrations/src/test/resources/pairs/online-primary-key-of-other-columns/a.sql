CREATE TABLE people (id integer, code integer, CONSTRAINT people_pkey PRIMARY KEY (id));
