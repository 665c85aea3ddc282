CREATE SCHEMA "Wild";
CREATE TYPE "Wild"."größe" AS ENUM ('b', 'a');
CREATE TYPE "Wild".eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeéé AS ENUM ('b', 'a');
CREATE TABLE "Wild"."größe_before" (a "Wild"."größe", b "Wild".eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeéé[]);
