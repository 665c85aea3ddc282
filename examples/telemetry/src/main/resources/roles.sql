-- The role that measures and reads. Partitions and the summary are kept by the owner of the tables.
CREATE ROLE telemetry_app LOGIN PASSWORD 'for this example only' NOSUPERUSER NOBYPASSRLS;
GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA public TO telemetry_app;
