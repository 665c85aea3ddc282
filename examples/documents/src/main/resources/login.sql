-- The schema makes the role; a password is no part of a schema.
ALTER ROLE documents_app PASSWORD 'for this example only';
