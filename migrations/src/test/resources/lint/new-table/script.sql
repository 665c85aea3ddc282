-- what the file itself makes hurts nobody
CREATE TABLE posts (
    id bigint GENERATED ALWAYS AS IDENTITY,
    author_id bigint NOT NULL,
    title text
);
ALTER TABLE posts ADD PRIMARY KEY (id);
ALTER TABLE public.posts ADD CONSTRAINT posts_author_fkey FOREIGN KEY (author_id) REFERENCES users;
CREATE INDEX posts_author_idx ON posts (author_id);
ALTER TABLE "posts" ALTER COLUMN title SET NOT NULL, ADD UNIQUE (title);
UPDATE posts SET title = '';
DROP TABLE posts;
CREATE TABLE app.notes (id bigint);
ALTER TABLE app.notes ENABLE ROW LEVEL SECURITY;
CREATE POLICY mine ON app.notes USING (true);
GRANT SELECT, INSERT ON TABLE app.notes, posts TO reader;
GRANT SELECT ON app.notes, users TO reader;
