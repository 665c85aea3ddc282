CREATE TABLE item (code integer);
