CREATE TABLE computed (a int, b int GENERATED ALWAYS AS (a + 1) VIRTUAL, c int GENERATED ALWAYS AS (a + 2) STORED);
CREATE TABLE named (a int CONSTRAINT a_is_there NOT NULL, b int NOT NULL, c int, d int CONSTRAINT only_here NOT NULL NO INHERIT);
ALTER TABLE named ADD CONSTRAINT c_some_day NOT NULL c NOT VALID;
COMMENT ON CONSTRAINT named_b_not_null ON named IS 'with a comment';
ALTER TABLE named RENAME TO renamed;
