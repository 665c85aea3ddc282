CREATE DOMAIN outer_part AS interval NOT NULL;
CREATE TABLE things (part outer_part);
