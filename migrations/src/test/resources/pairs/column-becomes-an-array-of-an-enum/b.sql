CREATE TYPE mood AS ENUM ('glad', 'sad');
CREATE TABLE people (moods mood[], at interval[]);
