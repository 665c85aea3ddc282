CREATE TABLE far (gone integer);
CREATE TABLE near () INHERITS (far);
CREATE TABLE own ();
CREATE POLICY seen ON far USING (gone IS NOT NULL);
