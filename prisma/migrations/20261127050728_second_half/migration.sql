-- AlterTable
ALTER TABLE "contact" ADD COLUMN     "check_in_reason" TEXT,
ADD COLUMN     "met_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "draft" ADD COLUMN     "calendar" JSONB,
ADD COLUMN     "landing_id" UUID,
ADD COLUMN     "meeting_id" UUID;

-- AlterTable
ALTER TABLE "message" ADD COLUMN     "calendar" JSONB,
ADD COLUMN     "times" JSONB;

-- AlterTable
ALTER TABLE "problem" ADD COLUMN     "calendar_id" UUID;

-- CreateTable
CREATE TABLE "meeting" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "uid" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "minutes" INTEGER NOT NULL,
    "format" TEXT,
    "where" TEXT,
    "state" TEXT NOT NULL DEFAULT 'confirmed',
    "why" TEXT,
    "organizer" TEXT NOT NULL,
    "organizer_address" TEXT NOT NULL,
    "attendee_address" TEXT NOT NULL,
    "summary" TEXT,
    "attendance" TEXT NOT NULL DEFAULT 'needs_action',
    "attendance_at" TIMESTAMPTZ(3),
    "invited_at" TIMESTAMPTZ(3),
    "invited_sequence" INTEGER,
    "no_mail" BOOLEAN NOT NULL DEFAULT false,
    "next_at" TIMESTAMPTZ(3),
    "next_why" TEXT,
    "offer" TEXT,
    "notes" TEXT,

    CONSTRAINT "meeting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meeting_item" (
    "id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolved_at" TIMESTAMPTZ(3),
    "mailed_at" TIMESTAMPTZ(3),

    CONSTRAINT "meeting_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "slot_offer" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "draft_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "minutes" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "released_at" TIMESTAMPTZ(3),
    "released_why" TEXT,

    CONSTRAINT "slot_offer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calendar" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "kind" TEXT NOT NULL,
    "secret" TEXT,
    "host" TEXT,
    "content" BYTEA,
    "etag" TEXT,
    "last_modified" TEXT,
    "state" TEXT NOT NULL DEFAULT 'unread',
    "state_detail" TEXT,
    "last_read_at" TIMESTAMPTZ(3),
    "tried_at" TIMESTAMPTZ(3),

    CONSTRAINT "calendar_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calendar_feed" (
    "user_id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "secret" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "calendar_feed_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "takeaway" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "meeting_id" UUID,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "done_at" TIMESTAMPTZ(3),
    "how" TEXT,
    "told_in" UUID,

    CONSTRAINT "takeaway_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "referral" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "introducer_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "why" TEXT,
    "state" TEXT NOT NULL DEFAULT 'open',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_at" TIMESTAMPTZ(3),
    "contact_id" UUID,
    "message_id" UUID,
    "thanks_draft_id" UUID,

    CONSTRAINT "referral_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "question" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "contact_id" UUID,
    "meeting_id" UUID,
    "message_id" UUID,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "choices" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answer" TEXT,
    "answered_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "brief_notes" (
    "contact_id" UUID NOT NULL,
    "questions" JSONB,
    "notes" TEXT,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "brief_notes_pkey" PRIMARY KEY ("contact_id")
);

-- CreateTable
CREATE TABLE "landing" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "company" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "landing_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "meeting_user_id_state_at_idx" ON "meeting"("user_id", "state", "at");

-- CreateIndex
CREATE INDEX "meeting_uid_idx" ON "meeting"("uid");

-- CreateIndex
CREATE UNIQUE INDEX "meeting_contact_id_uid_key" ON "meeting"("contact_id", "uid");

-- CreateIndex
CREATE INDEX "meeting_item_contact_id_resolved_at_idx" ON "meeting_item"("contact_id", "resolved_at");

-- CreateIndex
CREATE UNIQUE INDEX "meeting_item_meeting_id_kind_revision_key" ON "meeting_item"("meeting_id", "kind", "revision");

-- CreateIndex
CREATE INDEX "slot_offer_user_id_released_at_at_idx" ON "slot_offer"("user_id", "released_at", "at");

-- CreateIndex
CREATE INDEX "slot_offer_contact_id_created_at_idx" ON "slot_offer"("contact_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "slot_offer_draft_id_at_key" ON "slot_offer"("draft_id", "at");

-- CreateIndex
CREATE INDEX "calendar_user_id_idx" ON "calendar"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "calendar_feed_hash_key" ON "calendar_feed"("hash");

-- CreateIndex
CREATE INDEX "takeaway_user_id_kind_idx" ON "takeaway"("user_id", "kind");

-- CreateIndex
CREATE INDEX "takeaway_contact_id_created_at_idx" ON "takeaway"("contact_id", "created_at");

-- CreateIndex
CREATE INDEX "referral_user_id_state_idx" ON "referral"("user_id", "state");

-- CreateIndex
CREATE INDEX "referral_contact_id_idx" ON "referral"("contact_id");

-- CreateIndex
CREATE UNIQUE INDEX "referral_introducer_id_contact_id_key" ON "referral"("introducer_id", "contact_id");

-- CreateIndex
CREATE INDEX "question_user_id_answered_at_idx" ON "question"("user_id", "answered_at");

-- CreateIndex
CREATE INDEX "question_contact_id_kind_idx" ON "question"("contact_id", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "landing_user_id_role_company_key" ON "landing"("user_id", "role", "company");

-- CreateIndex
CREATE INDEX "draft_meeting_id_idx" ON "draft"("meeting_id");

-- CreateIndex
CREATE UNIQUE INDEX "draft_landing_id_contact_id_key" ON "draft"("landing_id", "contact_id");

-- AddForeignKey
ALTER TABLE "draft" ADD CONSTRAINT "draft_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft" ADD CONSTRAINT "draft_landing_id_fkey" FOREIGN KEY ("landing_id") REFERENCES "landing"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "problem" ADD CONSTRAINT "problem_calendar_id_fkey" FOREIGN KEY ("calendar_id") REFERENCES "calendar"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_item" ADD CONSTRAINT "meeting_item_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_item" ADD CONSTRAINT "meeting_item_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "slot_offer" ADD CONSTRAINT "slot_offer_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "slot_offer" ADD CONSTRAINT "slot_offer_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "slot_offer" ADD CONSTRAINT "slot_offer_draft_id_fkey" FOREIGN KEY ("draft_id") REFERENCES "draft"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar" ADD CONSTRAINT "calendar_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar_feed" ADD CONSTRAINT "calendar_feed_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "takeaway" ADD CONSTRAINT "takeaway_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "takeaway" ADD CONSTRAINT "takeaway_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "takeaway" ADD CONSTRAINT "takeaway_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral" ADD CONSTRAINT "referral_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral" ADD CONSTRAINT "referral_introducer_id_fkey" FOREIGN KEY ("introducer_id") REFERENCES "contact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral" ADD CONSTRAINT "referral_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contact"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "brief_notes" ADD CONSTRAINT "brief_notes_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "landing" ADD CONSTRAINT "landing_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Whoever shows them is woken when they change.
CREATE TRIGGER meeting_change AFTER INSERT OR UPDATE OR DELETE ON meeting
  FOR EACH STATEMENT EXECUTE FUNCTION notify_change();
CREATE TRIGGER meeting_item_change AFTER INSERT OR UPDATE OR DELETE ON meeting_item
  FOR EACH STATEMENT EXECUTE FUNCTION notify_change();
CREATE TRIGGER calendar_change AFTER INSERT OR UPDATE OF state, name OR DELETE ON calendar
  FOR EACH STATEMENT EXECUTE FUNCTION notify_change();
CREATE TRIGGER question_change AFTER INSERT OR UPDATE OR DELETE ON question
  FOR EACH STATEMENT EXECUTE FUNCTION notify_change();
CREATE TRIGGER takeaway_change AFTER INSERT OR UPDATE OR DELETE ON takeaway
  FOR EACH STATEMENT EXECUTE FUNCTION notify_change();
CREATE TRIGGER referral_change AFTER INSERT OR UPDATE OR DELETE ON referral
  FOR EACH STATEMENT EXECUTE FUNCTION notify_change();
