-- The role the application logs in with: it owns nothing and bypasses nothing, so that the policies hold for it.
CREATE ROLE blog_app LOGIN PASSWORD 'for this example only' NOSUPERUSER NOBYPASSRLS;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO blog_app;
