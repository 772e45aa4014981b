-- What has happened in a subgraph, as Debezium's outbox event router reads it. Each record that an entry of the journal is
-- about becomes a row, in the transaction of that entry, and is deleted in it again: the table stays empty, and the
-- write-ahead log alone tells. Keys only, as in the journal; tips are known to their handler alone and never told.
-- Run once for each subgraph, as the role that migrates: psql -v subgraph=registry -f docs/scaling/outbox.sql
BEGIN;
SET LOCAL search_path TO :"subgraph";

CREATE TABLE outbox (
  id varchar(60) COLLATE "C" PRIMARY KEY,       -- of the message; whoever was told it already drops it
  aggregatetype varchar(64) COLLATE "C" NOT NULL, -- the record's type, which is the topic
  aggregateid text COLLATE "C" NOT NULL,        -- its key, which keeps what happens to it in order
  type varchar(100) COLLATE "C" NOT NULL,       -- the event, by its name in docs/events.md
  at timestamp NOT NULL,                        -- in UTC; a moment with a time zone is text to Debezium
  payload jsonb NOT NULL
);

CREATE FUNCTION outbox_of_journal() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
  told jsonb := NEW.record::jsonb;
BEGIN
  INSERT INTO outbox (id, aggregatetype, aggregateid, type, at, payload)
  SELECT told ->> 'id' || '/' || nth, subject ->> 'type', subject ->> 'key', event, NEW.at AT TIME ZONE 'UTC',
    jsonb_strip_nulls(jsonb_build_object(
      'event', event, 'type', subject -> 'type', 'key', subject -> 'key', 'division', subject -> 'division',
      'concerns', concerns, 'at', told -> 'at', 'department', told -> 'department'))
  FROM jsonb_array_elements(told -> 'subjects') WITH ORDINALITY AS about (subject, nth)
  CROSS JOIN LATERAL (SELECT coalesce(subject ->> 'event', told ->> 'event')) AS called (event)
  CROSS JOIN LATERAL (
    SELECT jsonb_agg(concern) FROM jsonb_array_elements(subject -> 'concerns') AS each (concern)
    WHERE concern ->> 'type' <> 'Tip') AS known (concerns)
  WHERE event IS NOT NULL AND subject ->> 'type' <> 'Tip';
  DELETE FROM outbox WHERE id > told ->> 'id' || '/' AND id < told ->> 'id' || '0'; -- these very rows: '0' follows '/'
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION outbox_of_journal() FROM PUBLIC;

CREATE TRIGGER outbox AFTER INSERT ON journal FOR EACH ROW EXECUTE FUNCTION outbox_of_journal();

SELECT 'outbox_' || :'subgraph' AS publication \gset
CREATE PUBLICATION :"publication" FOR TABLE outbox WITH (publish = 'insert');
COMMIT;
