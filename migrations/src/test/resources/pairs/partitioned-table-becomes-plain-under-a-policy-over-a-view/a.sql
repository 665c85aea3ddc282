CREATE TABLE member (name text);
CREATE TABLE entry (at timestamptz NOT NULL) PARTITION BY HASH (at);
CREATE VIEW known AS SELECT name FROM member;
CREATE POLICY writers ON entry FOR INSERT WITH CHECK (EXISTS (SELECT 1 FROM known));
