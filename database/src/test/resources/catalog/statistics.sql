CREATE TABLE cities (zip int, city text, state text);
CREATE STATISTICS related ON zip, city FROM cities;
CREATE STATISTICS kinds (ndistinct, mcv) ON city, state, lower(city) FROM cities;
ALTER STATISTICS kinds SET STATISTICS 400;
COMMENT ON STATISTICS related IS 'zips are in cities';
