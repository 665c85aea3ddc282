CREATE SCHEMA shop;
CREATE TABLE sale (item integer);
CREATE MATERIALIZED VIEW shop.sold AS SELECT item FROM sale;
CREATE UNIQUE INDEX sold_item ON shop.sold (item);
