CREATE TABLE upper ();
CREATE TABLE lower ();
