-- By what name a change of a tier's metric is counted: empty for the metric itself, else what a goal that keeps a tier measures.
ALTER TABLE metric_change ADD COLUMN measure text NOT NULL DEFAULT '';
