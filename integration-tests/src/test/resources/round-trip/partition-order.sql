-- The columns of attached partitions stand in another order, and have holes.
CREATE TABLE orders (id bigint NOT NULL, placed_on date NOT NULL, total numeric, gone text) PARTITION BY RANGE (placed_on);
ALTER TABLE orders DROP COLUMN gone;
CREATE TABLE orders_2023 (placed_on date NOT NULL, dropped_soon integer, total numeric, id bigint NOT NULL);
ALTER TABLE orders_2023 DROP COLUMN dropped_soon;
ALTER TABLE orders ATTACH PARTITION orders_2023 FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
CREATE TABLE orders_2024 PARTITION OF orders FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
ALTER TABLE orders ADD CONSTRAINT orders_total_check CHECK (total >= 0) NOT VALID;
-- an index on the parent alone, whose partitions have theirs under other names, one of them attached
CREATE INDEX orders_total_idx ON ONLY orders (total);
CREATE INDEX o23_total ON orders_2023 (total);
CREATE INDEX o24_total ON orders_2024 (total);
ALTER INDEX orders_total_idx ATTACH PARTITION o23_total;
ALTER INDEX orders_total_idx ATTACH PARTITION o24_total;
ALTER TABLE orders ADD PRIMARY KEY (id, placed_on);
