CREATE TABLE item (code integer PRIMARY KEY, token text DEFAULT gen_random_uuid()::text NOT NULL);
