CREATE DOMAIN base AS varchar(20) CHECK (VALUE <> 'a');
CREATE DOMAIN top AS base CHECK (VALUE <> 'c');
CREATE TABLE item (a base, b top);
