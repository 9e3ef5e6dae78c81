-- One mail can be news of several contacts.
DROP INDEX "message_mailbox_id_dedupe_key_key";
CREATE UNIQUE INDEX "message_mailbox_id_contact_id_dedupe_key_key" ON "message"("mailbox_id", "contact_id", "dedupe_key");

-- Further addresses that the user writes from, and the name of the server that verifies received mail.
ALTER TABLE "mailbox" ADD COLUMN "aliases" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN "authentication_server" TEXT,
ADD COLUMN "authentication_votes" INTEGER NOT NULL DEFAULT 0;

-- A mail that the server lists and does not hand over.
ALTER TABLE "folder" ADD COLUMN "withheld_uid" INTEGER,
ADD COLUMN "withheld_since" TIMESTAMPTZ(3);

-- As mailboxAddress in domain/email-address.ts: without a tag, and Gmail's without dots and under one name.
CREATE FUNCTION mailbox_address(email TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN split_part(email, '@', 2) IN ('gmail.com', 'googlemail.com')
  THEN replace(regexp_replace(split_part(email, '@', 1), '^([^+]+)\+.*$', '\1'), '.', '') || '@gmail.com'
  ELSE regexp_replace(split_part(email, '@', 1), '^([^+]+)\+.*$', '\1') || '@' || split_part(email, '@', 2)
END;
CREATE INDEX "contact_mailbox_address" ON "contact"("user_id", mailbox_address("email"));
CREATE INDEX "contact_address_mailbox_address" ON "contact_address"(mailbox_address("email"));
CREATE INDEX "contact_domain" ON "contact"("user_id", split_part("email", '@', 2));
