CREATE UNLOGGED TABLE box (size double precision);
CREATE POLICY seen ON box FOR UPDATE USING (size IS NOT NULL);
