CREATE TABLE letter (body text COMPRESSION pglz, day date) PARTITION BY RANGE (day);
CREATE TABLE paper (body text);
