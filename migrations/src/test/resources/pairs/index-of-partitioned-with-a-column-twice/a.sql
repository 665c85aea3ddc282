CREATE TABLE visit (page integer, place integer) PARTITION BY LIST (page);
CREATE TABLE visit_rest PARTITION OF visit DEFAULT;
