CREATE FUNCTION same(a text, b text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT a = b';
CREATE OPERATOR === (LEFTARG = text, RIGHTARG = text, FUNCTION = same);
CREATE TABLE t (a text, b text, g boolean GENERATED ALWAYS AS (a === b) STORED, CHECK (a === 'x' OR true));
CREATE INDEX i ON t ((a === 'x')) WHERE b === 'y';
CREATE VIEW v AS SELECT a FROM t WHERE a === b;
CREATE POLICY p ON t USING (a === b);
