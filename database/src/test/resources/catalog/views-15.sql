CREATE TABLE users (id int PRIMARY KEY);
CREATE VIEW as_invoker WITH (security_invoker) AS SELECT id FROM users;
CREATE VIEW as_owner WITH (security_invoker = no, check_option = local) AS SELECT id FROM users;
