CREATE TABLE note (id bigint, code text NOT NULL, CONSTRAINT note_code PRIMARY KEY (code));
ALTER TABLE note REPLICA IDENTITY USING INDEX note_code;
