CREATE TABLE letter (body text, day date) PARTITION BY RANGE (day);
CREATE TABLE letter_rest PARTITION OF letter DEFAULT;
CREATE TABLE paper (body text COMPRESSION pglz);
CREATE TABLE sheet () INHERITS (paper);
