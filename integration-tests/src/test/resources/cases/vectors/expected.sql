CREATE EXTENSION IF NOT EXISTS "vector";

CREATE TABLE "items" (
    "id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    "title" text NOT NULL,
    "plain" vector(1536) NOT NULL,
    "half" halfvec(3072) NOT NULL,
    "sparse" sparsevec(30522) NOT NULL,
    "code" bit(256) NOT NULL,
    CONSTRAINT "items_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "items_code_idx" ON "items" USING "hnsw" ("code" "bit_hamming_ops");
CREATE INDEX "items_half_idx" ON "items" USING "hnsw" ("half" "halfvec_ip_ops") WHERE ("title" <> '');
CREATE INDEX "items_plain_as_half" ON "items" USING "hnsw" ((("plain"::halfvec(1536))) "halfvec_cosine_ops");
CREATE INDEX "items_plain_idx" ON "items" USING "hnsw" ("plain" "vector_cosine_ops");
CREATE INDEX "items_plain_idx1" ON "items" USING "hnsw" ("plain" "vector_l1_ops") WITH ("m" = 24, "ef_construction" = 128);
CREATE INDEX "items_plain_idx2" ON "items" USING "ivfflat" ("plain" "vector_l2_ops") WITH ("lists" = 100);
CREATE INDEX "items_sparse_idx" ON "items" USING "hnsw" ("sparse" "sparsevec_l2_ops");
