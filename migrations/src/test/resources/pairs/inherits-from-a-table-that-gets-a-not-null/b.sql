CREATE TABLE upper (token text DEFAULT gen_random_uuid()::text NOT NULL);
CREATE TABLE lower () INHERITS (upper);
