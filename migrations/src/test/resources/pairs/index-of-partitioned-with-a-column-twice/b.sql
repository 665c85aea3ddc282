CREATE TABLE visit (page integer, place integer) PARTITION BY LIST (page);
CREATE TABLE visit_rest PARTITION OF visit DEFAULT;
CREATE INDEX visit_place ON visit (place, page) INCLUDE (page);
