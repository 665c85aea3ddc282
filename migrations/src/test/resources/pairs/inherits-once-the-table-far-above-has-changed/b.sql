CREATE TABLE far (came integer);
CREATE TABLE near () INHERITS (far);
CREATE TABLE own () INHERITS (near);
CREATE POLICY seen ON far USING (came IS NOT NULL);
