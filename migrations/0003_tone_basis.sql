-- What a tone rests on, and the tone of opinions that a sentence only reports. All that was read before was read by the trained
-- models, and kept no reported opinions apart.
SET LOCAL search_path = revue, public;

ALTER TABLE document
  ADD COLUMN sentiment_basis text CHECK (sentiment_basis IN ('model', 'lexicon', 'transformer'));

-- The attributions and mentions of a sentence are read by what reads the sentence: their basis is its own.
ALTER TABLE passage
  ADD COLUMN sentiment_basis      text CHECK (sentiment_basis IN ('model', 'lexicon', 'transformer')),
  ADD COLUMN reported_label       text,
  ADD COLUMN reported_milli       int,
  ADD COLUMN reported_confidence  real,
  ADD COLUMN reported_basis       text CHECK (reported_basis IN ('model', 'lexicon', 'transformer'));

UPDATE document SET sentiment_basis = 'model' WHERE sentiment_label IS NOT NULL;
UPDATE passage SET sentiment_basis = 'model' WHERE sentiment_label IS NOT NULL;

-- The ledger counts them beside every chart.
CREATE INDEX passage_reported ON passage (document_id, ordinal) WHERE reported_label IS NOT NULL;
