-- What came back of a lot that had lapsed.
CREATE INDEX lot_reinstates ON lot (reinstates) WHERE reinstates IS NOT NULL;
