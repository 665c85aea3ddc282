CREATE EXTENSION IF NOT EXISTS "postgis";
CREATE EXTENSION IF NOT EXISTS "vector";

CREATE TABLE "everythings" (
    "id" integer NOT NULL,
    "vector" vector(3) NOT NULL,
    "vector_any" vector NOT NULL,
    "halfvec" halfvec(3) NOT NULL,
    "sparsevec" sparsevec(30000) NOT NULL,
    "geometry" geometry NOT NULL,
    "geography" geography NOT NULL,
    "vectors" vector(3)[] NOT NULL,
    "geometries" geometry(Point,3857)[] NOT NULL,
    CONSTRAINT "everythings_pkey" PRIMARY KEY ("id")
);
