CREATE TABLE box (size double precision, gone numeric);
CREATE POLICY seen ON box FOR UPDATE USING (gone IS NOT NULL);
