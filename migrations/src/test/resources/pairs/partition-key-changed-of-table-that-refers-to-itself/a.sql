CREATE TABLE person (tenant integer, id integer, born date NOT NULL, boss integer, boss_born date, PRIMARY KEY (id, born)) PARTITION BY HASH (born);
CREATE TABLE person_0 PARTITION OF person FOR VALUES WITH (MODULUS 1, REMAINDER 0);
ALTER TABLE person ADD FOREIGN KEY (boss, boss_born) REFERENCES person (id, born) ON DELETE SET NULL ON UPDATE RESTRICT;
