-- The store: what was polled, fetched, read and understood. See docs/pipeline.md.
SET LOCAL search_path = revue, public;

CREATE TABLE show (
  id          text PRIMARY KEY,
  title       text NOT NULL,
  definition  jsonb NOT NULL,
  updated_at  timestamptz NOT NULL DEFAULT now()
);

-- Entities that belong to no single show: one row, so that a change of the catalogue is one version.
CREATE TABLE shared_entities (
  singleton   boolean PRIMARY KEY DEFAULT true CHECK (singleton),
  definition  jsonb NOT NULL,
  updated_at  timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE outlet (
  id        int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  domain    text NOT NULL UNIQUE,
  name      text NOT NULL,
  country   text,
  language  text,
  kind      text CHECK (kind IN ('press', 'trade', 'blog', 'audience', 'reference'))
);

CREATE TABLE source (
  id             int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind           text NOT NULL CHECK (kind IN ('feed', 'sitemap', 'list')),
  url            text NOT NULL UNIQUE,
  outlet         jsonb NOT NULL DEFAULT '{}',
  etag           text,
  last_modified  text,
  created_at     timestamptz NOT NULL DEFAULT now(),
  polled_at      timestamptz,
  next_poll_at   timestamptz NOT NULL DEFAULT now(),
  failures       int NOT NULL DEFAULT 0,
  last_error     text
);

-- One URL and what it returned. `state` is the truth about work still to do: queues may forget, this table does not.
CREATE TABLE page (
  id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  url            text NOT NULL UNIQUE,
  canonical_url  text,
  source_id      int REFERENCES source ON DELETE SET NULL,
  given          jsonb NOT NULL DEFAULT '{}',
  state          text NOT NULL DEFAULT 'waiting'
                 CHECK (state IN ('waiting', 'fetched', 'read', 'quarantined', 'gone', 'disallowed')),
  page_kind      text,
  content_type   text,
  bytes          bytea,
  fetched_at     timestamptz,
  read_at        timestamptz,
  stages         jsonb,
  error_code     text,
  error_message  text,
  -- Set when another page holds the same document (AMP twin, canonical twin): this page then stores none.
  twin_of        bigint REFERENCES page ON DELETE SET NULL,
  created_at     timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX page_unfinished ON page (state, id) WHERE state IN ('waiting', 'fetched');
CREATE INDEX page_canonical ON page ((coalesce(canonical_url, url)));

-- Why something of a page is not counted.
CREATE TABLE outcome (
  page_id  bigint NOT NULL REFERENCES page ON DELETE CASCADE,
  ordinal  int NOT NULL,
  kind     text NOT NULL,
  detail   text NOT NULL,
  PRIMARY KEY (page_id, ordinal)
);

CREATE TABLE document (
  id                    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  page_id               bigint NOT NULL REFERENCES page ON DELETE CASCADE,
  ordinal               int NOT NULL,
  outlet_id             int REFERENCES outlet,
  kind                  text NOT NULL,
  title                 text,
  published             date,
  published_precision   text,
  published_basis       text,
  language              text NOT NULL,
  language_confidence   real NOT NULL,
  rating_value          real,
  rating_best           real,
  sentiment_label       text,
  sentiment_milli       int,
  sentiment_confidence  real,
  text                  text NOT NULL,
  fingerprint           int[] NOT NULL,
  -- Documents with the same story carry the same text; the number is that of the document that founded it.
  story                 bigint NOT NULL,
  indexed_at            timestamptz NOT NULL DEFAULT now(),
  UNIQUE (page_id, ordinal)
);
CREATE INDEX document_fingerprint ON document USING gin (fingerprint);
CREATE INDEX document_published ON document (published);
CREATE INDEX document_story ON document (story);

CREATE TABLE document_show (
  document_id  bigint NOT NULL REFERENCES document ON DELETE CASCADE,
  show         text NOT NULL,
  relevance    text NOT NULL CHECK (relevance IN ('about', 'mention')),
  confidence   real NOT NULL,
  signals      jsonb NOT NULL,
  PRIMARY KEY (document_id, show)
);

CREATE TABLE passage (
  document_id           bigint NOT NULL REFERENCES document ON DELETE CASCADE,
  ordinal               int NOT NULL,
  -- Offsets in UTF-16 units, which PostgreSQL cannot slice by; so the sentence stands here as well.
  starts                int NOT NULL,
  ends                  int NOT NULL,
  text                  text NOT NULL,
  language              text NOT NULL,
  sentiment_label       text,
  sentiment_milli       int,
  sentiment_confidence  real,
  PRIMARY KEY (document_id, ordinal)
);

CREATE TABLE attribution (
  document_id      bigint NOT NULL,
  passage          int NOT NULL,
  show             text NOT NULL,
  season           int NOT NULL,
  relation         text NOT NULL CHECK (relation IN ('about', 'background', 'other-show')),
  basis            text NOT NULL,
  evidence         text NOT NULL,
  sentiment_label  text,
  sentiment_milli  int,
  PRIMARY KEY (document_id, passage, show, season),
  FOREIGN KEY (document_id, passage) REFERENCES passage ON DELETE CASCADE
);
CREATE INDEX attribution_season ON attribution (show, season);

CREATE TABLE mention (
  document_id      bigint NOT NULL,
  passage          int NOT NULL,
  starts           int NOT NULL,
  ends             int NOT NULL,
  entity           text,
  type             text NOT NULL,
  surface          text NOT NULL,
  sentiment_label  text,
  sentiment_milli  int,
  PRIMARY KEY (document_id, starts),
  FOREIGN KEY (document_id, passage) REFERENCES passage ON DELETE CASCADE
);
CREATE INDEX mention_entity ON mention (entity);

-- What a document adds to a season, summed from its passages `about` it; the coverage adds these up.
-- Tone in integer thousandths, so that sums never drift.
CREATE TABLE contribution (
  document_id  bigint NOT NULL REFERENCES document ON DELETE CASCADE,
  show         text NOT NULL,
  season       int NOT NULL,
  weight       real NOT NULL,
  passages     int NOT NULL,
  opinions     int NOT NULL,
  tone_milli   bigint NOT NULL,
  positive     int NOT NULL,
  negative     int NOT NULL,
  mixed        int NOT NULL,
  neutral      int NOT NULL,
  PRIMARY KEY (document_id, show, season)
);
CREATE INDEX contribution_season ON contribution (show, season);

CREATE TABLE digest (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  show        text NOT NULL,
  starts      date NOT NULL,
  ends        date NOT NULL,
  content     jsonb NOT NULL,
  created_at  timestamptz NOT NULL DEFAULT now(),
  UNIQUE (show, starts, ends)
);
