CREATE TABLE person (tenant bigint NOT NULL, id integer, born date NOT NULL, boss integer, boss_born date, PRIMARY KEY (id, tenant)) PARTITION BY HASH (tenant);
CREATE TABLE person_0 PARTITION OF person FOR VALUES WITH (MODULUS 1, REMAINDER 0);
ALTER TABLE person ADD FOREIGN KEY (boss, tenant) REFERENCES person (id, tenant) ON UPDATE RESTRICT;
