-- One hold of the user in place of the panic stop. Pauses and snoozes of single contacts stay as they are.
ALTER TABLE "user_account" ADD COLUMN "hold_since" TIMESTAMPTZ(3),
ADD COLUMN "hold_until" TIMESTAMPTZ(3),
ADD COLUMN "hold_why" TEXT,
ADD COLUMN "hold_note" TEXT;
UPDATE "user_account" SET "hold_since" = "sending_stopped", "hold_note" = "stopped_why",
  "hold_why" = CASE WHEN "stopped_why" LIKE 'restored%' THEN 'restored' ELSE 'stopped' END
WHERE "sending_stopped" IS NOT NULL;
ALTER TABLE "user_account" DROP COLUMN "sending_stopped", DROP COLUMN "stopped_why";

-- Approvals are compared by a count of news, and no longer by the clocks of two processes.
ALTER TABLE "approval" ADD COLUMN "news_seq" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "send" ADD COLUMN "claim_news_seq" INTEGER;
ALTER TABLE "contact" ADD COLUMN "news_seq" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN "answer_owed_to" UUID;
UPDATE "approval" SET "voided_at" = now(), "voided_why" = 'something came in since'
FROM "draft" JOIN "contact" ON "contact"."id" = "draft"."contact_id"
WHERE "draft"."id" = "approval"."draft_id" AND "approval"."voided_at" IS NULL
  AND "contact"."last_news_at" > "approval"."approved_at" AND "draft"."state" = 'approved';
UPDATE "draft" SET "state" = 'awaiting_approval', "state_why" = 'something came in since it was approved'
WHERE "state" = 'approved'
  AND NOT EXISTS (SELECT FROM "approval" WHERE "draft_id" = "draft"."id" AND "voided_at" IS NULL)
  AND NOT EXISTS (SELECT FROM "send" WHERE "draft_id" = "draft"."id" AND "state" IN ('CLAIMED', 'ACCEPTED', 'AMBIGUOUS'));
ALTER TABLE "contact" DROP COLUMN "last_news_at";

-- Reopening makes a new generation; a draft of a journey is unique in it.
ALTER TABLE "contact" RENAME COLUMN "round" TO "generation";
ALTER TABLE "draft" ADD COLUMN "generation" INTEGER NOT NULL DEFAULT 0, ADD COLUMN "step" INTEGER;
UPDATE "draft" SET "generation" = "contact"."generation", "step" = 0
FROM "contact"
WHERE "contact"."id" = "draft"."contact_id" AND "draft"."id" = (
  SELECT "newest"."id" FROM "draft" AS "newest"
  WHERE "newest"."contact_id" = "contact"."id" AND "newest"."purpose" IN ('outreach', 'nudge')
    AND "newest"."state" IN ('awaiting_approval', 'held', 'approved')
  ORDER BY "newest"."created_at" DESC LIMIT 1);
CREATE UNIQUE INDEX "draft_contact_id_generation_step_key" ON "draft"("contact_id", "generation", "step");

-- Each entry is tried on its own, and by one process at a time.
ALTER TABLE "outbox" ADD COLUMN "generation" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN "next_attempt_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN "claimed_by" TEXT;
DROP INDEX "outbox_delivered_at_id_idx";
CREATE INDEX "outbox_waiting_idx" ON "outbox"("target", "id") WHERE (delivered_at IS NULL);
CREATE INDEX "contact_answer_owed_to_idx" ON "contact"("answer_owed_to") WHERE (answer_owed_to IS NOT NULL);

-- Workflows of the version before cannot go on under this one: every open journey begins anew from these tables, and
-- every approved mail on its own. What was still to be told is in the tables.
UPDATE "outbox" SET "delivered_at" = now(), "last_error" = 'begun anew by the migration'
WHERE "delivered_at" IS NULL;
INSERT INTO "outbox" ("contact_id", "target", "kind", "payload", "generation")
SELECT "draft"."contact_id", 'letter/' || "draft"."id", 'end', '{}', "contact"."generation"
FROM "draft" JOIN "contact" ON "contact"."id" = "draft"."contact_id"
WHERE "draft"."purpose" NOT IN ('outreach', 'nudge') AND "draft"."state" IN ('awaiting_approval', 'held', 'approved');
INSERT INTO "outbox" ("contact_id", "target", "kind", "payload", "generation")
SELECT "id", 'journey/' || "id", 'restart', '{}', "generation" FROM "contact"
WHERE "removed_at" IS NULL AND "stage" <> 'closed';
INSERT INTO "outbox" ("contact_id", "target", "kind", "payload", "generation")
SELECT "draft"."contact_id", 'mail/' || "draft"."id", 'lookAgain', '{}', "contact"."generation"
FROM "draft" JOIN "contact" ON "contact"."id" = "draft"."contact_id"
WHERE "draft"."state" = 'approved';
