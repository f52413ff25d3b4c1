-- What redemptions pay of an order: credit may pay only a part of it.
CREATE INDEX redemption_order ON redemption (order_source, order_reference) WHERE order_source IS NOT NULL;
