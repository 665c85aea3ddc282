CREATE EXTENSION IF NOT EXISTS "postgis";

CREATE TABLE "places" (
    "id" integer NOT NULL,
    "home" geography(Point,4326) NOT NULL,
    "track" geography(LineString,4326),
    "area" geometry(MultiPolygon,3857) NOT NULL,
    "drawing" geometry(Polygon),
    "any" geometry(Geometry,4326) NOT NULL,
    "free" geography NOT NULL,
    CONSTRAINT "places_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "places_any_idx" ON "places" USING "spgist" ("any");
CREATE INDEX "places_any_nd" ON "places" USING "gist" ("any" "gist_geometry_ops_nd");
CREATE INDEX "places_area_idx" ON "places" USING "gist" ("area");
CREATE INDEX "places_home_idx" ON "places" USING "gist" ("home");
CREATE INDEX "places_track_idx" ON "places" USING "brin" ("track");
