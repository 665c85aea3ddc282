CREATE SCHEMA "Wild";
CREATE TYPE "Wild"."größe" AS ENUM ('a', 'b');
CREATE TYPE "Wild".eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeéé AS ENUM ('a', 'b');
CREATE TABLE "Wild"."größe_before" (a "Wild"."größe", b "Wild".eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeéé[]);
