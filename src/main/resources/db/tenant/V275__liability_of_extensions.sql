-- What the points of an extension are worth, as it was shown to whoever approved it.
ALTER TABLE extension
    ADD COLUMN liability bigint,
    ADD COLUMN currency  text,
    ADD CONSTRAINT extension_liability_has_currency CHECK ((liability IS NULL) = (currency IS NULL));

COMMENT ON COLUMN extension.liability IS 'minor units of currency, by the share of points that is expected to be used; null where no wallet has a value';
