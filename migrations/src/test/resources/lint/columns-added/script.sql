ALTER TABLE users ADD COLUMN nickname text;
ALTER TABLE users ADD COLUMN level integer DEFAULT 1 NOT NULL;
ALTER TABLE users ADD COLUMN since timestamptz NOT NULL DEFAULT now();
ALTER TABLE users ADD COLUMN token uuid DEFAULT gen_random_uuid();
ALTER TABLE users ADD COLUMN rank numeric(10, 2) DEFAULT 0::numeric(10, 2),
    ADD number bigserial,
    ADD COLUMN IF NOT EXISTS required text NOT NULL;
ALTER TABLE ONLY "Users" ADD COLUMN "Full" text GENERATED ALWAYS AS (first || last) STORED;
ALTER TABLE users ADD COLUMN shown text GENERATED ALWAYS AS (upper(nickname)) VIRTUAL;
ALTER TABLE users ADD COLUMN team_id bigint REFERENCES teams;
ALTER TABLE users ADD COLUMN team_id bigint DEFAULT 1 REFERENCES teams (id) ON DELETE SET NULL;
ALTER TABLE users ADD COLUMN email text UNIQUE, ADD COLUMN age int CHECK (age > 0);
ALTER TABLE users ADD COLUMN id bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY;
