-- An account that lapses by inactivity has a day of its own, which an extension moves too.
ALTER TABLE extension_item ADD COLUMN account text;

ALTER TABLE extension_item DROP CONSTRAINT extension_item_is_one;

ALTER TABLE extension_item ADD CONSTRAINT extension_item_is_one CHECK (num_nonnulls(lot_id, tier, account) = 1);
