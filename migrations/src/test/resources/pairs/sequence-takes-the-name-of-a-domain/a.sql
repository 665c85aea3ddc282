CREATE DOMAIN counted AS timestamptz NOT NULL;
CREATE TABLE things (at counted);
