CREATE TABLE "another_extraordinarily_long_name_of_a_model_that_poin_b28100e1" (
    "id" integer NOT NULL,
    "first_id" integer NOT NULL,
    CONSTRAINT "another_extraordinarily_long_name_of_a_model_that_ef53a3f4_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "the_extraordinarily_long_name_of_a_model_that_somebody_75db6e6d" (
    "the_extraordinarily_long_name_of_a_field_that_somebody_11a1985b" integer NOT NULL,
    "the_extraordinarily_long_name_of_a_field_that_somebody_0b77d778" text NOT NULL,
    CONSTRAINT "the_extraordinarily_long_name_of_a_model_that_som_aa7e9cdb_pkey" PRIMARY KEY ("the_extraordinarily_long_name_of_a_field_that_somebody_11a1985b"),
    CONSTRAINT "the_extraordinarily_long_name_of_a_model_that_some_53077005_key" UNIQUE ("the_extraordinarily_long_name_of_a_field_that_somebody_0b77d778"),
    CONSTRAINT "the_extraordinarily_long_name_of_a_model_that_so_f4fbaf6e_check" CHECK ("the_extraordinarily_long_name_of_a_field_that_somebody_11a1985b" > 0)
);

CREATE INDEX "another_extraordinarily_long_name_of_a_model_that__7577fe84_idx" ON "another_extraordinarily_long_name_of_a_model_that_poin_b28100e1" ("first_id");
CREATE INDEX "the_extraordinarily_long_name_of_a_model_that_some_fda1397c_idx" ON "the_extraordinarily_long_name_of_a_model_that_somebody_75db6e6d" USING "hash" ("the_extraordinarily_long_name_of_a_field_that_somebody_0b77d778");

ALTER TABLE "another_extraordinarily_long_name_of_a_model_that_poin_b28100e1"
    ADD CONSTRAINT "another_extraordinarily_long_name_of_a_model_that_42524d1b_fkey" FOREIGN KEY ("first_id")
    REFERENCES "the_extraordinarily_long_name_of_a_model_that_somebody_75db6e6d" ("the_extraordinarily_long_name_of_a_field_that_somebody_11a1985b");

ALTER TABLE "the_extraordinarily_long_name_of_a_model_that_somebody_75db6e6d" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "the_extraordinarily_long_name_of_a_model_that_somebody_75db6e6d" FORCE ROW LEVEL SECURITY;

CREATE POLICY "eine Richtlinie mit einem überaus langen und umständ_7e16d2fb" ON "the_extraordinarily_long_name_of_a_model_that_somebody_75db6e6d"
    FOR SELECT
    USING (true);

CREATE POLICY "the_extraordinarily_long_name_of_a_model_that_s_22818913_select" ON "the_extraordinarily_long_name_of_a_model_that_somebody_75db6e6d"
    FOR SELECT
    USING (true);

CREATE POLICY "the_extraordinarily_long_name_of_a_model_that_some_9bcb2e6f_all" ON "the_extraordinarily_long_name_of_a_model_that_somebody_75db6e6d"
    USING (true);
