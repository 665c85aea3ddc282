CREATE TABLE bag ();
CREATE TABLE sack (weight integer, filled date);
