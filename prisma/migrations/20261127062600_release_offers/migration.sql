-- What is not needed: whether an invitation left is known by its mails, and times are read when they are shown.
ALTER TABLE "meeting" DROP COLUMN "invited_at", DROP COLUMN "invited_sequence";
ALTER TABLE "message" DROP COLUMN "times";

-- A time is held for somebody only as long as the mail that offers it may still be answered, whoever ends that.
CREATE FUNCTION release_offers_of_draft() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE slot_offer SET released_at = now(), released_why = 'the mail that offered it was ' || NEW.state
  WHERE draft_id = NEW.id AND released_at IS NULL;
  RETURN NULL;
END $$;

CREATE TRIGGER draft_offers AFTER UPDATE OF state ON draft
  FOR EACH ROW WHEN (NEW.state IN ('skipped', 'withdrawn')) EXECUTE FUNCTION release_offers_of_draft();

CREATE FUNCTION release_offers_of_contact() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE slot_offer SET released_at = now(), released_why = 'the journey ended'
  WHERE contact_id = NEW.id AND released_at IS NULL;
  RETURN NULL;
END $$;

CREATE TRIGGER contact_offers AFTER UPDATE OF stage, removed_at ON contact
  FOR EACH ROW WHEN (NEW.stage = 'closed' OR NEW.removed_at IS NOT NULL)
  EXECUTE FUNCTION release_offers_of_contact();
