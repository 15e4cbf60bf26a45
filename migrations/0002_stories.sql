-- Stories: which documents carry the same text, and which of them leads. Documents that were stored before keep the story
-- that they have until `revue reread` reads their pages again: their fingerprints are of the older kind.
SET LOCAL search_path = revue, public;

-- Two documents that carry the same text, written from both sides. It follows from their two texts alone.
CREATE TABLE likeness (
  document_id  bigint NOT NULL REFERENCES document ON DELETE CASCADE,
  other_id     bigint NOT NULL REFERENCES document ON DELETE CASCADE,
  -- Share of the document's runs of three words that stand in the other one, in (0, 1].
  share        real NOT NULL,
  -- Where in the document the shared runs stand, counted in words.
  starts       int NOT NULL,
  ends         int NOT NULL,
  PRIMARY KEY (document_id, other_id)
);
CREATE INDEX likeness_other ON likeness (other_id);

-- Fingerprints that stand in so many documents that looking them up says little and costs much.
CREATE TABLE common_print (
  print      int PRIMARY KEY,
  -- How many held it when it was last looked up.
  documents  int NOT NULL
);

-- A list of pending entries would be searched from end to end at every look-up.
ALTER INDEX document_fingerprint SET (fastupdate = off);
SELECT gin_clean_pending_list('document_fingerprint');
CREATE INDEX document_outlet ON document (outlet_id);

-- A story is named by its lead. Where that one is gone, the oldest that is left leads.
UPDATE document d SET story = (SELECT min(other.id) FROM document other WHERE other.story = d.story)
WHERE NOT EXISTS (SELECT FROM document lead WHERE lead.id = d.story);
