CREATE DOMAIN inner_part AS bit varying(7);
CREATE DOMAIN outer_part AS inner_part NOT NULL;
CREATE TABLE things (part outer_part);
