CREATE SCHEMA shop;
CREATE TABLE sale (item integer);
CREATE MATERIALIZED VIEW sold AS SELECT item FROM sale;
CREATE UNIQUE INDEX sold_item ON sold (item);
