CREATE TABLE labels (label text);
ALTER TABLE labels ADD CONSTRAINT labels_pkey PRIMARY KEY (label);
ALTER TABLE labels ADD CONSTRAINT labels_label_key UNIQUE (label);
