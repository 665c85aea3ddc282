-- A password is no part of a schema.
ALTER ROLE notes_app PASSWORD 'for this example only';
