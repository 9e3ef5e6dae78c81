-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "user_account" (
    "id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "profile" JSONB NOT NULL DEFAULT '{}',
    "settings" JSONB NOT NULL DEFAULT '{}',
    "sending_stopped" TIMESTAMPTZ(3),
    "stopped_why" TEXT,

    CONSTRAINT "user_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "access_token" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "label" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "access_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "hash" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "csrf" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "mailbox" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),
    "practice" BOOLEAN NOT NULL DEFAULT false,
    "login" TEXT NOT NULL,
    "imap_host" TEXT NOT NULL,
    "imap_port" INTEGER NOT NULL,
    "imap_security" TEXT NOT NULL,
    "smtp_host" TEXT NOT NULL,
    "smtp_port" INTEGER NOT NULL,
    "smtp_security" TEXT NOT NULL,
    "ca" TEXT,
    "secret" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'connecting',
    "state_detail" TEXT,
    "last_looked_at" TIMESTAMPTZ(3),
    "watch_epoch" INTEGER NOT NULL DEFAULT 0,
    "sent_copy" TEXT NOT NULL DEFAULT 'unknown',
    "sending_stopped_at" TIMESTAMPTZ(3),
    "sending_stopped_why" TEXT,

    CONSTRAINT "mailbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "folder" (
    "mailbox_id" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "uid_validity" TEXT NOT NULL,
    "uid_next" INTEGER NOT NULL,

    CONSTRAINT "folder_pkey" PRIMARY KEY ("mailbox_id","path")
);

-- CreateTable
CREATE TABLE "contact" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "mailbox_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "company" TEXT,
    "role" TEXT,
    "path" TEXT,
    "found_through" TEXT,
    "shared_affiliation" TEXT,
    "referred_by" TEXT,
    "admire" TEXT,
    "wrote" TEXT,
    "notes" TEXT,
    "topics" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "language" TEXT,
    "time_zone" TEXT,
    "country" TEXT,
    "policy" JSONB NOT NULL,
    "stage" TEXT NOT NULL DEFAULT 'drafting',
    "outcome" TEXT,
    "next_at" TIMESTAMPTZ(3),
    "next_why" TEXT,
    "paused_at" TIMESTAMPTZ(3),
    "snoozed_until" TIMESTAMPTZ(3),
    "stopped_at" TIMESTAMPTZ(3),
    "journey" JSONB,
    "round" INTEGER NOT NULL DEFAULT 0,
    "looked_back_at" TIMESTAMPTZ(3),
    "earlier_mails" INTEGER NOT NULL DEFAULT 0,
    "earlier_latest" TIMESTAMPTZ(3),
    "last_news_at" TIMESTAMPTZ(3),
    "last_sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "contact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contact_address" (
    "contact_id" UUID NOT NULL,
    "email" TEXT NOT NULL,

    CONSTRAINT "contact_address_pkey" PRIMARY KEY ("contact_id","email")
);

-- CreateTable
CREATE TABLE "suppression" (
    "user_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "suppression_pkey" PRIMARY KEY ("user_id","email")
);

-- CreateTable
CREATE TABLE "draft" (
    "id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "state" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "to" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "findings" JSONB NOT NULL DEFAULT '[]',
    "template" TEXT NOT NULL,
    "edited" BOOLEAN NOT NULL DEFAULT false,
    "state_why" TEXT,
    "message_id" TEXT NOT NULL,
    "in_reply_to" TEXT,
    "references" TEXT[] DEFAULT ARRAY[]::TEXT[],

    CONSTRAINT "draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "approval" (
    "id" UUID NOT NULL,
    "draft_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "digest" TEXT NOT NULL,
    "approved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "send_after" TIMESTAMPTZ(3),
    "voided_at" TIMESTAMPTZ(3),
    "voided_why" TEXT,

    CONSTRAINT "approval_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "send" (
    "draft_id" UUID NOT NULL,
    "mailbox_id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'PENDING',
    "slot_at" TIMESTAMPTZ(3) NOT NULL,
    "slot_why" TEXT NOT NULL DEFAULT '',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "claim" UUID,
    "claimed_by" TEXT,
    "claimed_at" TIMESTAMPTZ(3),
    "claim_deadline" TIMESTAMPTZ(3),
    "accepted_at" TIMESTAMPTZ(3),
    "message_id" TEXT NOT NULL,
    "server_message_id" TEXT,
    "response" TEXT,
    "gmail_thread_id" TEXT,
    "sent_copy_at" TIMESTAMPTZ(3),

    CONSTRAINT "send_pkey" PRIMARY KEY ("draft_id")
);

-- CreateTable
CREATE TABLE "message" (
    "id" UUID NOT NULL,
    "mailbox_id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "direction" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subkind" TEXT,
    "purpose" TEXT,
    "state" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "message_id" TEXT NOT NULL,
    "in_reply_to" TEXT,
    "references" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "from_address" TEXT NOT NULL,
    "to_address" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "visible_text" TEXT NOT NULL,
    "reasons" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "certain" BOOLEAN NOT NULL DEFAULT true,
    "match_rule" TEXT,
    "return_date" TEXT,
    "details" JSONB NOT NULL DEFAULT '{}',
    "judgement" TEXT,
    "by_hand" BOOLEAN NOT NULL DEFAULT false,
    "gmail_thread_id" TEXT,
    "dedupe_key" TEXT NOT NULL,

    CONSTRAINT "message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox" (
    "id" BIGSERIAL NOT NULL,
    "contact_id" UUID NOT NULL,
    "target" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "delivered_at" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "timeline_event" (
    "id" BIGSERIAL NOT NULL,
    "contact_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "text" TEXT NOT NULL,

    CONSTRAINT "timeline_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "problem" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "contact_id" UUID,
    "mailbox_id" UUID,
    "draft_id" UUID,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolved_at" TIMESTAMPTZ(3),

    CONSTRAINT "problem_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "access_token_hash_key" ON "access_token"("hash");

-- CreateIndex
CREATE UNIQUE INDEX "mailbox_user_id_address_key" ON "mailbox"("user_id", "address");

-- CreateIndex
CREATE INDEX "contact_mailbox_id_idx" ON "contact"("mailbox_id");

-- CreateIndex
CREATE INDEX "contact_user_id_stage_idx" ON "contact"("user_id", "stage");

-- CreateIndex
CREATE UNIQUE INDEX "contact_user_id_email_key" ON "contact"("user_id", "email");

-- CreateIndex
CREATE INDEX "contact_address_email_idx" ON "contact_address"("email");

-- CreateIndex
CREATE UNIQUE INDEX "draft_message_id_key" ON "draft"("message_id");

-- CreateIndex
CREATE INDEX "draft_contact_id_state_idx" ON "draft"("contact_id", "state");

-- CreateIndex
CREATE INDEX "draft_state_idx" ON "draft"("state");

-- CreateIndex
CREATE INDEX "approval_draft_id_idx" ON "approval"("draft_id");

-- CreateIndex
CREATE UNIQUE INDEX "send_message_id_key" ON "send"("message_id");

-- CreateIndex
CREATE INDEX "send_mailbox_id_slot_at_idx" ON "send"("mailbox_id", "slot_at");

-- CreateIndex
CREATE INDEX "send_contact_id_idx" ON "send"("contact_id");

-- CreateIndex
CREATE INDEX "send_server_message_id_idx" ON "send"("server_message_id");

-- CreateIndex
CREATE INDEX "send_gmail_thread_id_idx" ON "send"("gmail_thread_id");

-- CreateIndex
CREATE INDEX "send_state_idx" ON "send"("state");

-- CreateIndex
CREATE INDEX "message_contact_id_at_idx" ON "message"("contact_id", "at");

-- CreateIndex
CREATE INDEX "message_message_id_idx" ON "message"("message_id");

-- CreateIndex
CREATE INDEX "message_gmail_thread_id_idx" ON "message"("gmail_thread_id");

-- CreateIndex
CREATE UNIQUE INDEX "message_mailbox_id_dedupe_key_key" ON "message"("mailbox_id", "dedupe_key");

-- CreateIndex
CREATE INDEX "outbox_delivered_at_id_idx" ON "outbox"("delivered_at", "id");

-- CreateIndex
CREATE INDEX "outbox_contact_id_id_idx" ON "outbox"("contact_id", "id");

-- CreateIndex
CREATE INDEX "timeline_event_contact_id_id_idx" ON "timeline_event"("contact_id", "id");

-- CreateIndex
CREATE INDEX "problem_user_id_resolved_at_idx" ON "problem"("user_id", "resolved_at");

-- AddForeignKey
ALTER TABLE "access_token" ADD CONSTRAINT "access_token_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mailbox" ADD CONSTRAINT "mailbox_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "folder" ADD CONSTRAINT "folder_mailbox_id_fkey" FOREIGN KEY ("mailbox_id") REFERENCES "mailbox"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact" ADD CONSTRAINT "contact_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact" ADD CONSTRAINT "contact_mailbox_id_fkey" FOREIGN KEY ("mailbox_id") REFERENCES "mailbox"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_address" ADD CONSTRAINT "contact_address_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suppression" ADD CONSTRAINT "suppression_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft" ADD CONSTRAINT "draft_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "approval" ADD CONSTRAINT "approval_draft_id_fkey" FOREIGN KEY ("draft_id") REFERENCES "draft"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "send" ADD CONSTRAINT "send_draft_id_fkey" FOREIGN KEY ("draft_id") REFERENCES "draft"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "send" ADD CONSTRAINT "send_mailbox_id_fkey" FOREIGN KEY ("mailbox_id") REFERENCES "mailbox"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_mailbox_id_fkey" FOREIGN KEY ("mailbox_id") REFERENCES "mailbox"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "timeline_event" ADD CONSTRAINT "timeline_event_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "problem" ADD CONSTRAINT "problem_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "problem" ADD CONSTRAINT "problem_mailbox_id_fkey" FOREIGN KEY ("mailbox_id") REFERENCES "mailbox"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The ledger's transitions, enforced where every process meets (domain/ledger.ts has them as a function).
CREATE FUNCTION check_send_step() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state = OLD.state THEN
    RETURN NEW;
  END IF;
  IF (OLD.state, NEW.state) NOT IN (
    ('PENDING', 'CLAIMED'),
    ('CLAIMED', 'ACCEPTED'), ('CLAIMED', 'PENDING'), ('CLAIMED', 'REJECTED'), ('CLAIMED', 'AMBIGUOUS'),
    ('REJECTED', 'PENDING'),
    ('AMBIGUOUS', 'ACCEPTED'), ('AMBIGUOUS', 'PENDING')
  ) THEN
    RAISE EXCEPTION 'A mail in the send ledger cannot go from % to %', OLD.state, NEW.state;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER send_step BEFORE UPDATE OF state ON send
  FOR EACH ROW EXECUTE FUNCTION check_send_step();

ALTER TABLE send ADD CONSTRAINT send_state_known
  CHECK (state IN ('PENDING', 'CLAIMED', 'ACCEPTED', 'REJECTED', 'AMBIGUOUS'));

-- Whoever shows or delivers data is woken when it changes; one notification per transaction.
CREATE FUNCTION notify_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('rapport', TG_TABLE_NAME);
  RETURN NULL;
END $$;

CREATE TRIGGER contact_change AFTER INSERT OR UPDATE OR DELETE ON contact
  FOR EACH STATEMENT EXECUTE FUNCTION notify_change();
CREATE TRIGGER draft_change AFTER INSERT OR UPDATE OR DELETE ON draft
  FOR EACH STATEMENT EXECUTE FUNCTION notify_change();
CREATE TRIGGER message_change AFTER INSERT OR UPDATE OR DELETE ON message
  FOR EACH STATEMENT EXECUTE FUNCTION notify_change();
CREATE TRIGGER problem_change AFTER INSERT OR UPDATE OR DELETE ON problem
  FOR EACH STATEMENT EXECUTE FUNCTION notify_change();
CREATE TRIGGER outbox_change AFTER INSERT ON outbox
  FOR EACH STATEMENT EXECUTE FUNCTION notify_change();
CREATE FUNCTION notify_new_contact() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('rapport', 'new contact');
  RETURN NULL;
END $$;

-- The watcher of a mailbox looks back for a new person, or a new address of one.
CREATE TRIGGER contact_added AFTER INSERT OR UPDATE OF email ON contact
  FOR EACH STATEMENT EXECUTE FUNCTION notify_new_contact();
CREATE TRIGGER mailbox_state_change AFTER INSERT OR UPDATE OF state, secret, sending_stopped_at, removed_at ON mailbox
  FOR EACH STATEMENT EXECUTE FUNCTION notify_change();
