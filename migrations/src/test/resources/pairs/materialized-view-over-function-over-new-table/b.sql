CREATE TABLE x (id int);
CREATE TABLE a_later (n int);
CREATE FUNCTION a_first() RETURNS bigint LANGUAGE plpgsql STABLE AS 'BEGIN RETURN (SELECT count(*) FROM public.a_later) + public.z_helper(); END';
CREATE FUNCTION z_helper() RETURNS bigint LANGUAGE sql STABLE AS 'SELECT 1::bigint';
CREATE MATERIALIZED VIEW m AS SELECT a_first() AS n;
CREATE TABLE b (id int DEFAULT a_first(), CHECK (a_first() > 0));
