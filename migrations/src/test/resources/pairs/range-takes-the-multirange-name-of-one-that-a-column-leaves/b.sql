CREATE TYPE stretch AS RANGE (subtype = integer, multirange_type_name = spans);
CREATE TABLE things (at stretch);
