-- Shapes that models make of keys: one to one, many to many, several between two, keys over shared columns.
CREATE TABLE users (id bigint PRIMARY KEY, email text UNIQUE, manager_id bigint REFERENCES users ON DELETE SET NULL, best_friend_id bigint UNIQUE REFERENCES users);
CREATE TABLE profiles (user_id bigint PRIMARY KEY REFERENCES users ON DELETE CASCADE, bio text);
CREATE TABLE posts (id bigint PRIMARY KEY, author_id bigint NOT NULL REFERENCES users, editor_id bigint REFERENCES users, user_id bigint REFERENCES users, "authorId" text);
CREATE TABLE tags (id bigint PRIMARY KEY, name text NOT NULL UNIQUE);
CREATE TABLE posts_tags (post_id bigint NOT NULL REFERENCES posts ON DELETE CASCADE, tag_id bigint NOT NULL REFERENCES tags ON DELETE CASCADE, PRIMARY KEY (post_id, tag_id));
CREATE INDEX posts_tags_tag_id_idx ON posts_tags (tag_id, post_id);
CREATE TABLE tags_users (tags_id bigint NOT NULL REFERENCES tags, users_id bigint NOT NULL REFERENCES users);
CREATE TABLE tenants (id integer PRIMARY KEY);
CREATE TABLE accounts (tenant_id integer NOT NULL REFERENCES tenants, id integer NOT NULL, owner_id bigint, PRIMARY KEY (tenant_id, id));
CREATE TABLE payments (tenant_id integer NOT NULL, from_id integer NOT NULL, to_id integer NOT NULL, FOREIGN KEY (tenant_id, from_id) REFERENCES accounts, FOREIGN KEY (tenant_id, to_id) REFERENCES accounts (tenant_id, id), FOREIGN KEY (tenant_id) REFERENCES tenants);
-- two keys over the same columns, a key to a column that is not the primary key, one without an index
CREATE TABLE doubled (user_id bigint REFERENCES users, CONSTRAINT again FOREIGN KEY (user_id) REFERENCES users ON DELETE CASCADE, email text REFERENCES users (email) ON UPDATE CASCADE);
CREATE TABLE likes (user_id bigint REFERENCES users, post_id bigint REFERENCES posts, likes integer, PRIMARY KEY (user_id, post_id));
-- a key between different types, a field named as the relation would be
CREATE TABLE narrow (user_id integer REFERENCES users, "user" text, users text, author text, post bigint REFERENCES posts);
CREATE TABLE node (id bigint PRIMARY KEY, node bigint REFERENCES node, nodes bigint REFERENCES node, parent_node_id bigint, FOREIGN KEY (parent_node_id) REFERENCES node);
