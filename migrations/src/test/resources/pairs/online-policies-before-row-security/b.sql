CREATE TABLE people (id integer, name text);
CREATE POLICY mine ON people USING (name = CURRENT_USER);
ALTER TABLE people ENABLE ROW LEVEL SECURITY;
