CREATE EXTENSION IF NOT EXISTS "citext";

CREATE TABLE "friends" (
    "friend_id" bigint NOT NULL,
    "friend_of_id" bigint NOT NULL,
    CONSTRAINT "friends_pkey" PRIMARY KEY ("friend_id", "friend_of_id")
);

CREATE TABLE "images" (
    "id" uuid DEFAULT gen_random_uuid() NOT NULL,
    "post_id" bigint NOT NULL,
    CONSTRAINT "images_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "members" (
    "user_id" bigint NOT NULL,
    "team_id" integer NOT NULL,
    "role" text DEFAULT 'guest' NOT NULL,
    CONSTRAINT "members_pkey" PRIMARY KEY ("user_id", "team_id")
);

CREATE TABLE "posts" (
    "id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    "author_id" bigint NOT NULL,
    "reviewer_id" bigint,
    "cover_id" uuid,
    CONSTRAINT "posts_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "posts_cover_id_key" UNIQUE ("cover_id")
);

CREATE TABLE "posts_tags" (
    "post_id" bigint NOT NULL,
    "tag_id" integer NOT NULL,
    CONSTRAINT "posts_tags_pkey" PRIMARY KEY ("post_id", "tag_id")
);

CREATE TABLE "profiles" (
    "user_id" bigint NOT NULL,
    "bio" text NOT NULL,
    CONSTRAINT "profiles_pkey" PRIMARY KEY ("user_id")
);

CREATE TABLE "tags" (
    "id" integer GENERATED ALWAYS AS IDENTITY NOT NULL,
    "word" citext NOT NULL,
    CONSTRAINT "tags_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "tags_word_key" UNIQUE ("word")
);

CREATE TABLE "teams" (
    "id" integer GENERATED ALWAYS AS IDENTITY NOT NULL,
    CONSTRAINT "teams_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "users" (
    "id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    "manager_id" bigint,
    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "friends_friend_of_id_idx" ON "friends" ("friend_of_id");
CREATE INDEX "images_post_id_idx" ON "images" ("post_id");
CREATE INDEX "members_team_id_idx" ON "members" ("team_id");
CREATE INDEX "posts_author_id_idx" ON "posts" ("author_id");
CREATE INDEX "posts_reviewer_id_idx" ON "posts" ("reviewer_id");
CREATE INDEX "posts_tags_tag_id_idx" ON "posts_tags" ("tag_id");
CREATE INDEX "users_manager_id_idx" ON "users" ("manager_id");

ALTER TABLE "friends"
    ADD CONSTRAINT "friends_friend_id_fkey" FOREIGN KEY ("friend_id")
    REFERENCES "users" ("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "friends"
    ADD CONSTRAINT "friends_friend_of_id_fkey" FOREIGN KEY ("friend_of_id")
    REFERENCES "users" ("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "images"
    ADD CONSTRAINT "images_post_id_fkey" FOREIGN KEY ("post_id")
    REFERENCES "posts" ("id") ON DELETE CASCADE;

ALTER TABLE "members"
    ADD CONSTRAINT "members_user_id_fkey" FOREIGN KEY ("user_id")
    REFERENCES "users" ("id") ON DELETE CASCADE;

ALTER TABLE "members"
    ADD CONSTRAINT "members_team_id_fkey" FOREIGN KEY ("team_id")
    REFERENCES "teams" ("id") ON DELETE CASCADE;

ALTER TABLE "posts"
    ADD CONSTRAINT "posts_author_id_fkey" FOREIGN KEY ("author_id")
    REFERENCES "users" ("id") ON DELETE RESTRICT;

ALTER TABLE "posts"
    ADD CONSTRAINT "posts_reviewer_id_fkey" FOREIGN KEY ("reviewer_id")
    REFERENCES "users" ("id") DEFERRABLE;

ALTER TABLE "posts"
    ADD CONSTRAINT "posts_cover_id_fkey" FOREIGN KEY ("cover_id")
    REFERENCES "images" ("id") DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE "posts_tags"
    ADD CONSTRAINT "posts_tags_post_id_fkey" FOREIGN KEY ("post_id")
    REFERENCES "posts" ("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "posts_tags"
    ADD CONSTRAINT "posts_tags_tag_id_fkey" FOREIGN KEY ("tag_id")
    REFERENCES "tags" ("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "profiles"
    ADD CONSTRAINT "profiles_user_id_fkey" FOREIGN KEY ("user_id")
    REFERENCES "users" ("id") ON DELETE CASCADE;

ALTER TABLE "users"
    ADD CONSTRAINT "users_manager_id_fkey" FOREIGN KEY ("manager_id")
    REFERENCES "users" ("id") ON DELETE SET NULL ON UPDATE CASCADE;
