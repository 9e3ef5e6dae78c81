-- AlterTable
ALTER TABLE "mailbox" ADD COLUMN     "alerts_sent" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "failing_since" TIMESTAMPTZ(3),
ADD COLUMN     "first_alert_at" TIMESTAMPTZ(3),
ADD COLUMN     "fresh_sign_in_at" TIMESTAMPTZ(3),
ADD COLUMN     "refusal" TEXT,
ADD COLUMN     "refusals" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "sending_refusals" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "sending_stopped_by" TEXT,
ADD COLUMN     "sign_in_after" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "user_account" ADD COLUMN     "alert_url" TEXT;
