CREATE DOMAIN amount AS numeric CHECK (VALUE > 0);
CREATE TABLE things (kind amount);
