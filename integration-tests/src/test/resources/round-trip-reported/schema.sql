-- What has no word and no SQL block: it is told, and left out.
CREATE EXTENSION postgres_fdw;
CREATE SERVER far FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'example.invalid');
CREATE USER MAPPING FOR PUBLIC SERVER far OPTIONS (user 'reader', password 'not to be seen');
CREATE TYPE currency AS (amount numeric, code text);
CREATE TABLE typed OF currency (amount NOT NULL, PRIMARY KEY (code));
CREATE EXTENSION pgcrypto;
REVOKE EXECUTE ON FUNCTION gen_random_bytes(integer) FROM PUBLIC;
CREATE TABLE parted (id integer) PARTITION BY RANGE (id);
CREATE TABLE parted_low PARTITION OF parted FOR VALUES FROM (0) TO (10);
CREATE INDEX not_everywhere ON ONLY parted (id);
