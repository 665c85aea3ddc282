CREATE TABLE member (name text, team int);
CREATE FUNCTION my_team() RETURNS int LANGUAGE sql STABLE SECURITY DEFINER RETURN (SELECT team FROM member WHERE name = current_user);
CREATE TABLE t (id int, owner text, team int DEFAULT my_team());
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON t USING (team = my_team());
