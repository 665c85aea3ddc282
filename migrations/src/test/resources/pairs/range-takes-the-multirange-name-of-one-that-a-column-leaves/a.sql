CREATE TYPE span AS RANGE (subtype = integer, multirange_type_name = spans);
CREATE TABLE things (at span);
INSERT INTO things VALUES (span(1, 5));
