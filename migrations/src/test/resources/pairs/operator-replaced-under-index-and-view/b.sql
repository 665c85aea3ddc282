CREATE FUNCTION same(x text, y text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT x = y';
CREATE OPERATOR === (LEFTARG = text, RIGHTARG = text, FUNCTION = same, COMMUTATOR = ===, HASHES);
CREATE TABLE t (a text, b text, g boolean GENERATED ALWAYS AS (a === b) STORED, CHECK (a === 'x' OR true));
CREATE INDEX i ON t ((a === 'x')) WHERE b === 'y';
CREATE VIEW v AS SELECT a FROM t WHERE a === b;
CREATE POLICY p ON t USING (a === b);
