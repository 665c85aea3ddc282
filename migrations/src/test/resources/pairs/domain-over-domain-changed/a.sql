CREATE DOMAIN base AS text CHECK (VALUE <> 'a');
CREATE DOMAIN top AS base CHECK (VALUE <> 'b');
CREATE TABLE item (a base, b top);
