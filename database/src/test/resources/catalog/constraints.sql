CREATE TABLE parents (a int, b int, c int NOT NULL, d text, PRIMARY KEY (b, a) INCLUDE (d), UNIQUE (a, b) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT "Odd" UNIQUE (c) INCLUDE (d), CHECK (a > 0), CONSTRAINT kept CHECK (b <> c AND (a > 1 OR b > 2)) NO INHERIT,
    CHECK (d IN ('x', 'y', 'z')));
ALTER TABLE parents ADD CONSTRAINT later CHECK (c < 10) NOT VALID;
CREATE TABLE children (
    id int PRIMARY KEY, deferred int UNIQUE DEFERRABLE,
    x int, y int, status varchar(10) CHECK (status IN ('on', 'off')), upper_status varchar(10) CHECK (upper(status) = ANY (ARRAY['ON', 'OFF'])),
    single varchar(10) CHECK (single IN ('one')),
    code char(2) CHECK (code IN ('aa', 'bb')),
    FOREIGN KEY (x, y) REFERENCES parents (b, a) MATCH FULL ON DELETE CASCADE ON UPDATE SET NULL,
    CONSTRAINT to_c FOREIGN KEY (y) REFERENCES parents (c) ON DELETE RESTRICT ON UPDATE SET DEFAULT DEFERRABLE,
    self int REFERENCES children DEFERRABLE INITIALLY DEFERRED
);
ALTER TABLE children ADD CONSTRAINT unchecked FOREIGN KEY (id) REFERENCES parents (c) NOT VALID;
CREATE TABLE one (id int PRIMARY KEY, two int);
CREATE TABLE two (id int PRIMARY KEY, one int REFERENCES one);
ALTER TABLE one ADD FOREIGN KEY (two) REFERENCES two;
COMMENT ON CONSTRAINT kept ON parents IS 'kept';
COMMENT ON INDEX "Odd" IS 'of a constraint';
COMMENT ON CONSTRAINT to_c ON children IS 'a foreign key';
